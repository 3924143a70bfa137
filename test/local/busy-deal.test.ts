import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SQSEvent } from 'aws-lambda';
import { workerDeps, type WorkerTables } from '../../functions/wiring/worker-deps.ts';
import { recordMessage } from '../../lib/flow/record-message.ts';
import { bodyOfMessage, messages, type EventMessage, type Message } from '../../lib/model/message.ts';
import { queueSettings, type QueueName } from '../../lib/model/queues.ts';
import { batchRunner } from '../../lib/queue/batch.ts';
import { sender } from '../../lib/queue/send.ts';
import { settingsStore } from '../../lib/store/settings.ts';
import type { Lambda } from '../../local/lambda/invoke.ts';
import { createQueues } from '../../local/poller/create-queues.ts';
import { startWorkers } from '../../local/workers.ts';
import { anAccount } from '../build/settings.ts';
import { bookingEvent, dealEvent } from '../flow/two-deals.ts';
import { anEvent } from '../flow/tell.ts';
import { ownServer, type OwnServer } from '../sqs/own-server.ts';
import { memoryTable } from '../store/memory-table.ts';
import { drained } from './waiting.ts';

const bookings = 1000;
/** Events of the busy salon at once, and those of the other among them. */
const burst = 50;
const among = 5;

describe('a deal to which 1,000 bookings belong, told through the local queues and workers', () => {
  let sqs: OwnServer;
  beforeAll(async () => {
    sqs = await ownServer();
  });
  afterAll(() => sqs.close());

  it('parks nothing, and keeps no event of another salon waiting for 5 s, 95 times of 100', async () => {
    const stand = await started(sqs);
    await stand.post(
      'deals',
      Array.from({ length: 10 }, (_, n) => dealEvent(n)),
    );
    const others: EventMessage[] = [];
    for (let told = 0; told < bookings; told += burst) {
      const messages = Array.from({ length: burst }, (_, n) => bookingEvent(told + n, told + n));
      const some = Array.from({ length: among }, (_, n) => ofOther(told + n));
      await stand.post('bookings', [...messages, ...some]);
      await stand.lined([...messages, ...some]);
      others.push(...some);
    }
    expect(await stand.ended()).toBe(true);
    expect(stand.parked).toEqual([]);
    expect(await stand.many()).toBe('done');
    const waits = others.map(stand.waited).sort((a, b) => a - b);
    expect(waits).toHaveLength(100);
    expect(waits[94]).toBeLessThan(5000);
  });
});

function ofOther(n: number): EventMessage {
  return anEvent('booking.created', { id: `o${n}`, amount: n }, { salonKey: 'tverskaya' });
}

/** Both workers as the local stack runs them, over one set of tables. */
async function started({ endpoint, client: sqs }: OwnServer) {
  const tables = { settings: memoryTable(), records: memoryTable(), journal: memoryTable() };
  await settingsStore(tables.settings).saveAccount(anAccount());
  const queues = await createQueues(sqs);
  const urls = { bookings: queues.bookings.url, deals: queues.deals.url };
  const send = sender({ client: sqs, urls, log: () => undefined });
  const sent = async (queue: QueueName, messages: Message[]) => {
    const outgoing = messages.map((message) => ({ queue, group: message.salonKey, body: bodyOfMessage(message) }));
    const taken = await send(outgoing, AbortSignal.timeout(30_000));
    if (!taken.every(Boolean)) throw new Error('the queue did not take all');
  };
  const lines = new Map<string, number>();
  const depsOf = () => workerOver(tables, (crossing) => sent('deals', [crossing]), lines);
  const parked: string[] = [];
  const functions = {
    bookings: lambda('bookings', handlerOf(depsOf())),
    deals: lambda('deals', handlerOf(depsOf())),
    parked: lambda('parked', ({ Records }: SQSEvent) => void parked.push(...Records.map(({ body }) => body))),
    jobs: lambda('jobs', () => Promise.reject(new Error('there are no jobs'))),
    delivery: lambda('delivery', () => Promise.reject(new Error('nothing is sent'))),
  };
  const polling = { sqs, queues, functions, retrySeconds: 0, sweepSeconds: 3600, canStore: () => true };
  const workers = startWorkers({ ...polling, onError: () => undefined });
  const answers = new Map<string, number>();
  return {
    parked,
    post: async (queue: QueueName, messages: EventMessage[]) => {
      await sent(queue, messages);
      for (const { eventId } of messages) answers.set(eventId, performance.now());
    },
    /** Waits until each has its line in the journal. */
    lined: async (messages: EventMessage[]) => {
      while (!messages.every(({ eventId }) => lines.has(eventId))) await sleep(10);
    },
    /** From the queue's answer to the line, ms. */
    waited: ({ eventId }: EventMessage) => lines.get(eventId)! - answers.get(eventId)!,
    many: () => depsOf().manyOf({ salonKey: 'arbat', kind: 'deal', id: '771904' }),
    ended: async () => {
      const empty = await drained({ endpoint, ...urls }, 30_000);
      await workers.stop();
      return empty;
    },
  };
}

function lambda(name: string, handler: Lambda<SQSEvent>['handler']): Lambda<SQSEvent> {
  return { name, timeoutSeconds: queueSettings.workerTimeout, handler };
}

type Deps = ReturnType<typeof workerDeps>;

/** What a worker needs; remembers when each event's line was put, by its id. */
function workerOver(tables: WorkerTables, sendCrossing: Deps['sendCrossing'], lines: Map<string, number>): Deps {
  const deps = workerDeps(tables, { onLargeSet: () => undefined, sendCrossing });
  return {
    ...deps,
    putLine: async (entry) => {
      await deps.putLine(entry);
      lines.set(entry.line.id, performance.now());
    },
  };
}

function handlerOf(deps: Deps): Lambda<SQSEvent>['handler'] {
  const unreadable = () => Promise.reject(new Error('all can be read'));
  return batchRunner({
    messages,
    handle: recordMessage(deps),
    unreadable,
    log: () => undefined,
    count: () => undefined,
  });
}
