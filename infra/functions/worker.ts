import type { Construct } from 'constructs';
import { functionLimits } from '../../lib/model/functions.ts';
import type { QueueName } from '../../lib/model/queues.ts';
import { toWorkQueues, workQueueUrls } from '../queues/sending.ts';
import { onTable } from '../tables/grants.ts';
import { ConnectorFunction } from './connector-function.ts';
import type { Surroundings } from './surroundings.ts';
import { tableNames } from '../tables/names.ts';

/** A worker: from messages to records and journal. That it may receive, its queue says. */
export function workerFunction(
  scope: Construct,
  { tables: { settings, records, journal }, queues, logRetention }: Surroundings,
  name: QueueName,
): ConnectorFunction<QueueName> {
  return new ConnectorFunction<QueueName>(scope, {
    name,
    ...functionLimits[name],
    logRetention,
    environment: {
      ...tableNames({ settings, records, journal }),
      ...workQueueUrls(queues),
    },
    grants: [
      onTable(settings, 'dynamodb:GetItem'),
      onTable(records, 'dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem'),
      onTable(journal, 'dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem'),
      toWorkQueues(queues),
    ],
  });
}
