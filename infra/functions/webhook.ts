import type { Construct } from 'constructs';
import { functionLimits } from '../../lib/model/functions.ts';
import { toWorkQueues, workQueueUrls } from '../queues/sending.ts';
import { onTable } from '../tables/grants.ts';
import { ConnectorFunction } from './connector-function.ts';
import type { Surroundings } from './surroundings.ts';

/** The door: reads settings and sends to the queues, nothing else. */
export function webhookFunction(
  scope: Construct,
  { tables: { settings }, queues, logRetention }: Surroundings,
): ConnectorFunction<'webhook'> {
  return new ConnectorFunction(scope, {
    name: 'webhook',
    ...functionLimits.webhook,
    logRetention,
    environment: { SETTINGS_TABLE: settings.tableName, ...workQueueUrls(queues) },
    grants: [onTable(settings, 'dynamodb:GetItem'), toWorkQueues(queues)],
  });
}
