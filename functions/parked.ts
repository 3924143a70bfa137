import { keepFailed, keepFailedCrossing } from '../lib/flow/keep-failed.ts';
import { messages, type Envelope, type Handled, type Message, type Received } from '../lib/model/message.ts';
import { batchRunner } from '../lib/queue/batch.ts';
import { now } from '../lib/runtime/clock.ts';
import { readEnvironment } from '../lib/runtime/env.ts';
import { jsonLog } from '../lib/runtime/log.ts';
import { embeddedMetrics } from '../lib/runtime/metrics.ts';
import { dynamoClient, workerLimits } from '../lib/store/client.ts';
import { dynamoTable } from '../lib/store/dynamo-table.ts';
import { journal } from '../lib/store/journal.ts';

const { JOURNAL_TABLE } = readEnvironment('parked');
const log = jsonLog('parked');
const count = embeddedMetrics(log, now);
const { putLine, deliveries } = journal({ table: dynamoTable(dynamoClient(workerLimits), JOURNAL_TABLE), now });
const keep = keepFailed({ putLine, now }, 'parked');
const keepCrossing = keepFailedCrossing({ putLine, deliveriesOf: deliveries, now });

async function parkMessage(message: Message, received: Received): Promise<Handled> {
  if (message.type !== 'crossing') return park(received, message);
  await keepCrossing(message);
  count({ parked: 1 });
  return { facts: { outcome: 'parked' }, records: [] };
}

async function park(received: Received, envelope: Envelope | undefined): Promise<Handled> {
  await keep(received, envelope);
  count({ parked: 1 });
  return { facts: { outcome: 'parked' }, records: [] };
}

/** Moves what failed five times from a dead-letter queue into the journal, so that one list holds everything. */
export const handler = batchRunner({
  messages,
  handle: (message, received) => parkMessage(message, received),
  unreadable: async (received, envelope) => {
    await park(received, envelope);
  },
  log,
  count,
});
