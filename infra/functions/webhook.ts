import type { Construct } from 'constructs';
import { functionLimits } from '../../lib/model/functions.ts';
import { settingsKeys } from '../../lib/model/keys.ts';
import { toWorkQueues, workQueueUrls } from '../queues/sending.ts';
import { onPartitions } from '../tables/grants.ts';
import { ConnectorFunction } from './connector-function.ts';
import type { Surroundings } from './surroundings.ts';

/** Where hooks and salons stand: accounts with their secrets, members and audit lines stand elsewhere. */
const partitions = [settingsKeys.hook('*').pk, settingsKeys.salon('*', '*').pk];

/** The door: reads hooks and salons and sends to the queues, nothing else. */
export function webhookFunction(
  scope: Construct,
  { tables: { settings }, queues, logRetention }: Surroundings,
): ConnectorFunction<'webhook'> {
  return new ConnectorFunction(scope, {
    name: 'webhook',
    ...functionLimits.webhook,
    logRetention,
    environment: { SETTINGS_TABLE: settings.tableName, ...workQueueUrls(queues) },
    grants: [onPartitions(settings, partitions, 'dynamodb:GetItem'), toWorkQueues(queues)],
  });
}
