import { SQSClient } from '@aws-sdk/client-sqs';
import { dataApiClient } from '../lib/comagic/client.ts';
import { postJson } from '../lib/comagic/post.ts';
import { keyOfAccount } from '../lib/flow/key-of-account.ts';
import { outboundMessage } from '../lib/flow/outbound/outbound-message.ts';
import { accessKeys } from '../lib/keys/access-keys.ts';
import { ssmClient } from '../lib/keys/client.ts';
import { deliveryQueue } from '../lib/model/queues.ts';
import { outboundRunner, outboundSender } from '../lib/queue/outbound.ts';
import { now } from '../lib/runtime/clock.ts';
import { readEnvironment } from '../lib/runtime/env.ts';
import { freshKeys } from '../lib/runtime/fresh-keys.ts';
import { jsonLog } from '../lib/runtime/log.ts';
import { embeddedMetrics } from '../lib/runtime/metrics.ts';
import { dynamoClient } from '../lib/store/client.ts';
import { dynamoTable } from '../lib/store/dynamo-table.ts';
import { accountStore } from '../lib/store/settings-accounts.ts';
import { outboundDeps } from './wiring/outbound-deps.ts';

const env = readEnvironment('delivery');
const log = jsonLog('delivery');
const dynamo = dynamoClient({ attempts: 5, timeoutMs: 3000, connectMs: 1000 });
const tables = {
  settings: dynamoTable(dynamo, env.SETTINGS_TABLE),
  records: dynamoTable(dynamo, env.RECORDS_TABLE),
};
const { find: findAccessKey } = accessKeys({ client: ssmClient(), path: env.ACCESS_KEYS_PATH });
const deps = outboundDeps(tables, {
  call: dataApiClient({
    post: postJson(deliveryQueue.call * 1000),
    newId: freshKeys.newNonce,
    urls: { comagic: env.COMAGIC_API_URL, uiscom: env.UISCOM_API_URL },
  }),
  accessKeyOf: keyOfAccount({ ...accountStore(tables.settings), findAccessKey }),
  send: outboundSender({ client: new SQSClient({ maxAttempts: 2 }), url: env.DELIVERY_QUEUE_URL, log }),
  count: embeddedMetrics(log, now),
});

/** Sends what is marked to CoMagic, has it looked at each minute, and tries connections. */
export const handler = outboundRunner({ handle: outboundMessage(deps), log });
