import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { functionLimits } from '../../lib/model/functions.ts';
import type { QueueName } from '../../lib/model/queues.ts';
import type { TableName } from '../../lib/model/tables.ts';
import { ConnectorFunction } from './connector-function.ts';
import { onIndexes, onTable, type AnyTable } from '../tables/tables.ts';
import type { Issuer } from '../settings.ts';

export interface Surroundings {
  tables: Record<TableName, AnyTable>;
  logRetention: RetentionDays;
}

/** The door: reads settings and sends to the queues, nothing else. */
export function webhookFunction(
  scope: Construct,
  { tables: { settings }, logRetention }: Surroundings,
  queues: Record<QueueName, IQueue>,
): ConnectorFunction<'webhook'> {
  return new ConnectorFunction(scope, {
    name: 'webhook',
    ...functionLimits.webhook,
    logRetention,
    environment: {
      SETTINGS_TABLE: settings.tableName,
      BOOKINGS_QUEUE_URL: queues.bookings.queueUrl,
      DEALS_QUEUE_URL: queues.deals.queueUrl,
    },
    grants: [
      onTable(settings, 'dynamodb:GetItem'),
      { actions: ['sqs:SendMessage'], resources: [queues.bookings.queueArn, queues.deals.queueArn] },
    ],
  });
}

/** A worker: from messages to records and journal. What it may do with its queue, the queue says. */
export function workerFunction(
  scope: Construct,
  { tables: { settings, records, journal }, logRetention }: Surroundings,
  name: QueueName,
): ConnectorFunction<QueueName> {
  return new ConnectorFunction<QueueName>(scope, {
    name,
    ...functionLimits[name],
    logRetention,
    environment: {
      SETTINGS_TABLE: settings.tableName,
      RECORDS_TABLE: records.tableName,
      JOURNAL_TABLE: journal.tableName,
    },
    grants: [
      onTable(settings, 'dynamodb:GetItem'),
      onTable(records, 'dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem'),
      onTable(journal, 'dynamodb:GetItem', 'dynamodb:PutItem'),
    ],
  });
}

/** From the dead-letter queues into the journal. */
export function parkedFunction(
  scope: Construct,
  { tables: { journal }, logRetention }: Surroundings,
): ConnectorFunction<'parked'> {
  return new ConnectorFunction(scope, {
    name: 'parked',
    ...functionLimits.parked,
    logRetention,
    environment: { JOURNAL_TABLE: journal.tableName },
    grants: [onTable(journal, 'dynamodb:GetItem', 'dynamodb:PutItem')],
  });
}

/** The cabinet's API: writes settings, reads records and journal. */
export function adminFunction(
  scope: Construct,
  { tables: { settings, records, journal }, logRetention }: Surroundings,
  { webhookBaseUrl, issuer }: { webhookBaseUrl: string; issuer: Issuer },
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
      onTable(journal, 'dynamodb:Query'),
      onIndexes(journal, 'journal'),
    ],
  });
}
