import type { Construct } from 'constructs';
import { functionLimits } from '../../lib/model/functions.ts';
import { testKeyOf } from '../../lib/model/ids.ts';
import { settingsKeys } from '../../lib/model/keys.ts';
import type { Issuer } from '../settings.ts';
import { toSweptQueue } from '../queues/swept-queue.ts';
import { countingIn, deadLetterUrls, toWorkQueues, workQueuesOf, workQueueUrls } from '../queues/sending.ts';
import { onIndexes, onPartitions, onTable } from '../tables/grants.ts';
import { acknowledgeKeys, onAccessKeys } from './access-keys.ts';
import { ConnectorFunction } from './connector-function.ts';
import type { Surroundings } from './surroundings.ts';
import { tableNames } from '../tables/names.ts';

export interface Told {
  webhookBaseUrl: string;
  issuer: Issuer;
}

/** The cabinet's API: writes settings and jobs, reads records and journal, sends test deliveries and removes what they made. */
export function adminFunction(
  scope: Construct,
  {
    tables: { settings, records, journal, jobs },
    queues,
    jobQueue,
    deliveryQueue,
    accessKeysPath,
    network,
    logRetention,
  }: Surroundings,
  { webhookBaseUrl, issuer }: Told,
): ConnectorFunction<'admin'> {
  // It reads none of them.
  const keeping = onAccessKeys(scope, accessKeysPath, 'ssm:PutParameter', 'ssm:DeleteParameter');
  const admin = new ConnectorFunction(scope, {
    name: 'admin',
    ...functionLimits.admin,
    logRetention,
    environment: {
      ...tableNames({ settings, records, journal }),
      JOBS_TABLE: jobs.tableName,
      JOBS_QUEUE_URL: jobQueue.queue.queueUrl,
      ...workQueueUrls(queues),
      ...deadLetterUrls(queues),
      DELIVERY_QUEUE_URL: deliveryQueue.queue.queueUrl,
      ACCESS_KEYS_PATH: accessKeysPath,
      CALLING_ADDRESS: network?.address ?? 'none',
      WEBHOOK_BASE_URL: webhookBaseUrl,
      TOKEN_ISSUER: issuer.url,
      TOKEN_JWKS_URL: issuer.jwksUrl,
      TOKEN_CLIENT_IDS: issuer.clientIds.join(','),
    },
    grants: [
      onTable(settings, 'dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem'),
      // What test deliveries have made is removed, and nothing else.
      onPartitions(settings, [settingsKeys.test('*', '*').pk], 'dynamodb:DeleteItem'),
      onTable(records, 'dynamodb:GetItem', 'dynamodb:Query'),
      onPartitions(records, [testKeyOf('*')], 'dynamodb:DeleteItem'),
      onIndexes(records, 'records'),
      onTable(journal, 'dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:DeleteItem'),
      onIndexes(journal, 'journal'),
      onTable(jobs, 'dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem'),
      toWorkQueues(queues),
      toSweptQueue(jobQueue),
      toSweptQueue(deliveryQueue),
      keeping,
      countingIn([...workQueuesOf(queues), jobQueue.queue]),
    ],
  });
  acknowledgeKeys(admin, keeping);
  return admin;
}
