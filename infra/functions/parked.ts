import type { Construct } from 'constructs';
import { functionLimits } from '../../lib/model/functions.ts';
import { onTable } from '../tables/grants.ts';
import { ConnectorFunction } from './connector-function.ts';
import type { Surroundings } from './surroundings.ts';

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
    grants: [onTable(journal, 'dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem')],
  });
}
