import type { Construct } from 'constructs';
import { functionLimits } from '../../lib/model/functions.ts';
import type { Issuer } from '../settings.ts';
import { onIndexes, onTable } from '../tables/grants.ts';
import { ConnectorFunction } from './connector-function.ts';
import type { Surroundings } from './surroundings.ts';

export interface Told {
  webhookBaseUrl: string;
  issuer: Issuer;
}

/** The cabinet's API: writes settings, reads records and journal. */
export function adminFunction(
  scope: Construct,
  { tables: { settings, records, journal }, logRetention }: Surroundings,
  { webhookBaseUrl, issuer }: Told,
): ConnectorFunction<'admin'> {
  return new ConnectorFunction(scope, {
    name: 'admin',
    ...functionLimits.admin,
    logRetention,
    environment: {
      SETTINGS_TABLE: settings.tableName,
      RECORDS_TABLE: records.tableName,
      JOURNAL_TABLE: journal.tableName,
      WEBHOOK_BASE_URL: webhookBaseUrl,
      TOKEN_ISSUER: issuer.url,
      TOKEN_JWKS_URL: issuer.jwksUrl,
      TOKEN_CLIENT_IDS: issuer.clientIds.join(','),
    },
    grants: [
      onTable(settings, 'dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem'),
      onTable(records, 'dynamodb:GetItem', 'dynamodb:Query'),
      onIndexes(records, 'records'),
      onTable(journal, 'dynamodb:GetItem', 'dynamodb:Query'),
      onIndexes(journal, 'journal'),
    ],
  });
}
