import { SQSClient } from '@aws-sdk/client-sqs';
import { acceptDelivery } from '../lib/flow/door/accept-delivery.ts';
import { statusOfRefusal } from '../lib/http/webhook-answer.ts';
import { webhookHandler } from '../lib/http/webhook.ts';
import { sender } from '../lib/queue/send.ts';
import { doorContract } from '../lib/profsalon/contract.ts';
import { monotonic, now } from '../lib/runtime/clock.ts';
import { readEnvironment } from '../lib/runtime/env.ts';
import { jsonLog } from '../lib/runtime/log.ts';
import { embeddedMetrics } from '../lib/runtime/metrics.ts';
import { dynamoClient } from '../lib/store/client.ts';
import { settingsDoor } from '../lib/store/settings-door.ts';

const env = readEnvironment('webhook');
const log = jsonLog('webhook');
// The door itself tries twice, within its budget: the clients must not.
const dynamo = dynamoClient({ attempts: 1, timeoutMs: 1000, connectMs: 1000 });
const sqs = new SQSClient({ maxAttempts: 1 });

const accept = acceptDelivery({
  contract: doorContract,
  ...settingsDoor(dynamo, env.SETTINGS_TABLE),
  send: sender({ client: sqs, urls: { bookings: env.BOOKINGS_QUEUE_URL, deals: env.DEALS_QUEUE_URL }, log }),
  statusOf: statusOfRefusal,
  count: embeddedMetrics(log, now),
  log,
  now,
  monotonic,
});

export const handler = webhookHandler({ accept, holdsForm: doorContract.holdsForm, log });
