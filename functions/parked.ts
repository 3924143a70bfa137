import { afterBatch } from '../lib/flow/erase/after-batch.ts';
import { keepFailed, keepFailedCrossing, keepFailedEvent } from '../lib/flow/keep-failed.ts';
import { messages, type Handled, type Message, type Received } from '../lib/model/message.ts';
import { batchRunner } from '../lib/queue/batch.ts';
import { now } from '../lib/runtime/clock.ts';
import { readEnvironment } from '../lib/runtime/env.ts';
import { jsonLog } from '../lib/runtime/log.ts';
import { embeddedMetrics } from '../lib/runtime/metrics.ts';
import { dynamoClient, workerLimits } from '../lib/store/client.ts';
import { dynamoTable } from '../lib/store/dynamo-table.ts';
import { workerDeps } from './wiring/worker-deps.ts';

const env = readEnvironment('parked');
const log = jsonLog('parked');
const count = embeddedMetrics(log, now);
const dynamo = dynamoClient(workerLimits);
const tables = {
  settings: dynamoTable(dynamo, env.SETTINGS_TABLE),
  records: dynamoTable(dynamo, env.RECORDS_TABLE),
  journal: dynamoTable(dynamo, env.JOURNAL_TABLE),
};
const deps = workerDeps(tables, {
  onLargeSet: () => undefined,
  sendCrossing: () => Promise.reject(new Error('nothing is sent from here')),
});
const keep = keepFailed(deps, 'parked');
const keepCrossing = keepFailedCrossing(deps);
const keepEvent = keepFailedEvent(deps);

async function parkMessage(message: Message, received: Received): Promise<Handled> {
  if (message.type === 'crossing') await keepCrossing(message);
  else if (message.type === 'event') await keepEvent(message, received);
  else await keep(received, message);
  count({ parked: 1 });
  return { facts: { outcome: 'parked' }, records: [] };
}

/** Moves what failed five times from a dead-letter queue into the journal, so that one list holds everything. */
export const handler = batchRunner({
  messages,
  handle: (message, received) => parkMessage(message, received),
  unreadable: async (received, envelope) => {
    await keep(received, envelope);
    count({ parked: 1 });
  },
  after: afterBatch(deps, keepEvent),
  log,
  count,
});
