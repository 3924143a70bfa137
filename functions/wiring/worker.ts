import { SQSClient } from '@aws-sdk/client-sqs';
import { afterBatch } from '../../lib/flow/erase/after-batch.ts';
import { recordEvent } from '../../lib/flow/record-event.ts';
import { keepFailed } from '../../lib/flow/keep-failed.ts';
import { recordMessage } from '../../lib/flow/record-message.ts';
import type { Environment } from '../../lib/model/env.ts';
import { bodyOfMessage, messages } from '../../lib/model/message.ts';
import { batchRunner } from '../../lib/queue/batch.ts';
import { sender, sureSender } from '../../lib/queue/send.ts';
import { now } from '../../lib/runtime/clock.ts';
import { jsonLog } from '../../lib/runtime/log.ts';
import { embeddedMetrics } from '../../lib/runtime/metrics.ts';
import { dynamoClient, workerLimits } from '../../lib/store/client.ts';
import { dynamoTable } from '../../lib/store/dynamo-table.ts';
import { workerDeps } from './worker-deps.ts';

/** Wires a worker: the two queues differ in name and rights, not in what is done with a message. */
export function workerHandler(name: string, env: Environment<'bookings' | 'deals'>) {
  const log = jsonLog(name);
  const count = embeddedMetrics(log, now);
  const dynamo = dynamoClient(workerLimits);
  const urls = { bookings: env.BOOKINGS_QUEUE_URL, deals: env.DEALS_QUEUE_URL };
  const send = sureSender(sender({ client: new SQSClient({ maxAttempts: 2 }), urls, log }), bodyOfMessage);
  const tables = {
    settings: dynamoTable(dynamo, env.SETTINGS_TABLE),
    records: dynamoTable(dynamo, env.RECORDS_TABLE),
    journal: dynamoTable(dynamo, env.JOURNAL_TABLE),
  };
  const deps = workerDeps(tables, {
    onLargeSet: () => {
      count({ largeSet: 1 });
    },
    sendCrossing: (crossing) => send('deals', crossing),
  });
  const record = recordEvent(deps);
  const after = afterBatch(deps, (message, { body }) => record(message, body));
  const unreadable = keepFailed(deps, 'unreadable');
  return batchRunner({ messages, handle: recordMessage(deps), unreadable, after, log, count });
}
