import type { Construct } from 'constructs';
import { functionLimits } from '../../lib/model/functions.ts';
import { onTable } from '../tables/grants.ts';
import { ConnectorFunction } from './connector-function.ts';
import type { Surroundings } from './surroundings.ts';
import { tableNames } from '../tables/names.ts';

/** From the dead-letter queues into the journal; of what was erased it wipes the records, too. */
export function parkedFunction(
  scope: Construct,
  { tables: { settings, records, journal }, logRetention }: Surroundings,
): ConnectorFunction<'parked'> {
  return new ConnectorFunction(scope, {
    name: 'parked',
    ...functionLimits.parked,
    logRetention,
    environment: {
      ...tableNames({ settings, records, journal }),
    },
    grants: [
      onTable(settings, 'dynamodb:GetItem'),
      onTable(records, 'dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem'),
      onTable(journal, 'dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem'),
    ],
  });
}
