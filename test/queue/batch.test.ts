import { afterEach, describe, expect, it, jest } from '@jest/globals';
import * as v from 'valibot';
import { messages, type Envelope, type Handled, type Message } from '../../lib/model/message.ts';
import { batchRunner, type BatchDeps } from '../../lib/queue/batch.ts';
import type { SqsRecord } from '../../lib/queue/received.ts';
import { aMessage } from '../build/message.ts';

const eventIdOf = (name: string) => Buffer.from(name).toString('hex').padEnd(64, '0');

function aRecord(name: string, over: Partial<SqsRecord> & { receiveCount?: number } = {}): SqsRecord {
  const { receiveCount = 1, ...rest } = over;
  return {
    messageId: name,
    body: JSON.stringify(aMessage({ eventId: eventIdOf(name) })),
    attributes: { ApproximateReceiveCount: String(receiveCount), SentTimestamp: '1773756345000' },
    ...rest,
  };
}

const handled: Handled = { facts: { outcome: 'done' }, records: [{ type: 'deal', id: 'arbat.d.1' }] };

/** A worker that stores what it is given, but for the messages that `over` treats otherwise. */
function aWorker(over: Partial<BatchDeps<Message, Envelope>> = {}) {
  const stored: string[] = [];
  const unreadable: unknown[] = [];
  const lines: Record<string, unknown>[] = [];
  const counted: Record<string, number> = {};
  const run = batchRunner<Message, Envelope>({
    messages,
    handle: (_, { messageId }) => {
      stored.push(messageId);
      return Promise.resolve(handled);
    },
    unreadable: (received, envelope) => {
      unreadable.push({ messageId: received.messageId, sentAt: received.sentAt, envelope });
      return Promise.resolve();
    },
    log: (line) => lines.push(line),
    count: (counts) => {
      for (const [name, by] of Object.entries(counts)) counted[name] = (counted[name] ?? 0) + by;
    },
    ...over,
  });
  return { run, stored, unreadable, lines, counted };
}

const names = (count: number) => Array.from({ length: count }, (_, index) => `m${index}`);
const failuresOf = (response: { batchItemFailures: { itemIdentifier: string }[] }) =>
  response.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);

/** A function's remaining time that runs down from `ms`. */
function lasting(ms: number) {
  const end = Date.now() + ms;
  return { getRemainingTimeInMillis: () => end - Date.now() };
}

afterEach(() => {
  jest.useRealTimers();
});

/** Lets the faked time pass, up to half a minute, until the work is done. */
async function passing<T>(work: Promise<T>): Promise<T> {
  await jest.advanceTimersByTimeAsync(30_000);
  return work;
}

describe('batchRunner', () => {
  it('acknowledges a batch of which every message was handled', async () => {
    const { run, stored, counted } = aWorker();
    const response = await run({ Records: names(10).map((name) => aRecord(name)) }, lasting(10_000));
    expect(response).toEqual({ batchItemFailures: [] });
    expect(stored.sort()).toEqual(names(10));
    expect(counted).toEqual({ processed: 10 });
  });

  it('returns the one message that failed and keeps the others', async () => {
    const { run, counted } = aWorker({
      handle: (_, { messageId }) =>
        messageId === 'm3' ? Promise.reject(new Error('no store')) : Promise.resolve(handled),
    });
    const response = await run({ Records: names(10).map((name) => aRecord(name)) }, lasting(10_000));
    expect(failuresOf(response)).toEqual(['m3']);
    expect(counted).toEqual({ processed: 9, retried: 1 });
  });

  it('returns all ten when all ten fail, and does not throw', async () => {
    const { run } = aWorker({ handle: () => Promise.reject(new Error('no store')) });
    const response = await run({ Records: names(10).map((name) => aRecord(name)) }, lasting(10_000));
    expect(failuresOf(response).sort()).toEqual(names(10));
  });

  it('returns a message whose handling throws at once instead of rejecting', async () => {
    const { run } = aWorker({
      handle: () => {
        throw new TypeError('a defect');
      },
    });
    expect(failuresOf(await run({ Records: [aRecord('m0')] }, lasting(10_000)))).toEqual(['m0']);
  });

  it('returns a message whose handling never ends and handles the other nine', async () => {
    const done: string[] = [];
    const { run } = aWorker({
      handle: (_, { messageId }) => {
        if (messageId === 'm2') return new Promise(() => undefined);
        done.push(messageId);
        return Promise.resolve(handled);
      },
    });
    jest.useFakeTimers();
    const context = lasting(10_000);
    let left = 0;
    const work = run({ Records: names(10).map((name) => aRecord(name)) }, context).finally(() => {
      left = context.getRemainingTimeInMillis();
    });
    const response = await passing(work);
    expect(failuresOf(response)).toEqual(['m2']);
    expect(done.sort()).toEqual(names(10).filter((name) => name !== 'm2'));
    expect(left).toBe(6000);
  });

  it('returns five messages that never end and still handles the five behind them', async () => {
    const hanging = new Set(names(5));
    const { run, stored } = aWorker({
      handle: (_, { messageId }) => {
        if (hanging.has(messageId)) return new Promise(() => undefined);
        stored.push(messageId);
        return Promise.resolve(handled);
      },
    });
    jest.useFakeTimers();
    const response = await passing(run({ Records: names(10).map((name) => aRecord(name)) }, lasting(10_000)));
    expect(failuresOf(response).sort()).toEqual(names(5));
    expect(stored.sort()).toEqual(['m5', 'm6', 'm7', 'm8', 'm9']);
  });

  it('starts nothing with less than two seconds left', async () => {
    const { run, stored, lines } = aWorker();
    const response = await run({ Records: names(3).map((name) => aRecord(name)) }, lasting(1999));
    expect(failuresOf(response)).toEqual(names(3));
    expect(stored).toEqual([]);
    expect(lines.map((line) => line['outcome'])).toEqual(['unstarted', 'unstarted', 'unstarted']);
  });

  it('handles a message that came for the third time after all others are finished', async () => {
    const log: string[] = [];
    const { run } = aWorker({
      handle: async (_, { messageId }) => {
        log.push(`start ${messageId}`);
        await new Promise((resolve) => setTimeout(resolve, 5));
        log.push(`end ${messageId}`);
        return handled;
      },
    });
    const Records = [
      aRecord('killer', { receiveCount: 4 }),
      aRecord('third', { receiveCount: 3 }),
      aRecord('m0'),
      aRecord('m1', { receiveCount: 2 }),
    ];
    await run({ Records }, lasting(10_000));
    expect(log.slice(0, 4).sort()).toEqual(['end m0', 'end m1', 'start m0', 'start m1']);
    expect(log.slice(4)).toEqual(['start third', 'end third', 'start killer', 'end killer']);
  });

  it('has at most five messages in work at once', async () => {
    let running = 0;
    let most = 0;
    const { run } = aWorker({
      handle: async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 5));
        running -= 1;
        return handled;
      },
    });
    await run({ Records: names(10).map((name) => aRecord(name)) }, lasting(10_000));
    expect(most).toBe(5);
  });

  describe('a message that no code can read', () => {
    it.each([
      ['is no JSON', 'not json'],
      ['is empty', ''],
      ['is JSON of another shape', '{"hello":1}'],
      ['is nested 200,000 levels deep', `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
    ])('is kept without an envelope and acknowledged when it %s', async (_, body) => {
      const { run, unreadable, stored, counted } = aWorker();
      const response = await run({ Records: [aRecord('bad', { body }), aRecord('m0')] }, lasting(10_000));
      expect(response).toEqual({ batchItemFailures: [] });
      expect(unreadable).toEqual([{ messageId: 'bad', sentAt: '2026-03-17T14:05:45.000Z', envelope: undefined }]);
      expect(stored).toEqual(['m0']);
      expect(counted).toEqual({ unreadable: 1, processed: 2 });
    });

    it('is kept with its envelope when that can be read', async () => {
      const { run, unreadable } = aWorker();
      const body = JSON.stringify({ ...aMessage(), settings: { version: 'one' } });
      await run({ Records: [aRecord('bad', { body })] }, lasting(10_000));
      const { accountKey, salonKey, receivedAt, eventId } = aMessage();
      expect(unreadable).toMatchObject([{ envelope: { accountKey, salonKey, receivedAt, eventId } }]);
    });

    it('keeps its account when only its event id is malformed', async () => {
      const { run, unreadable } = aWorker();
      const body = JSON.stringify({ ...aMessage(), eventId: 'x' });
      await run({ Records: [aRecord('bad', { body })] }, lasting(10_000));
      expect(unreadable).toMatchObject([{ envelope: { accountKey: 'demo', salonKey: 'arbat' } }]);
    });

    it('comes again when it could not be kept', async () => {
      const { run } = aWorker({ unreadable: () => Promise.reject(new Error('no journal')) });
      expect(failuresOf(await run({ Records: [aRecord('bad', { body: 'x' })] }, lasting(10_000)))).toEqual(['bad']);
    });
  });

  it('knows its messages by what it is told of them', async () => {
    const numbers: number[] = [];
    const strays: unknown[] = [];
    const lines: Record<string, unknown>[] = [];
    const run = batchRunner({
      messages: {
        schema: v.object({ n: v.number() }),
        envelope: v.object({ from: v.string() }),
        idsOf: (told) => ('n' in told ? { number: told.n } : { sender: told.from }),
      },
      handle: ({ n }) => Promise.resolve({ facts: { outcome: 'counted' }, records: [] }).finally(() => numbers.push(n)),
      unreadable: (_, envelope) => Promise.resolve().finally(() => strays.push(envelope)),
      log: (line) => lines.push(line),
      count: () => undefined,
    });
    await run(
      { Records: [aRecord('a', { body: '{"n":1}' }), aRecord('b', { body: '{"n":"1","from":"c"}' })] },
      lasting(10_000),
    );
    expect({ numbers, strays }).toEqual({ numbers: [1], strays: [{ from: 'c' }] });
    expect(lines).toEqual([
      { what: 'message', messageId: 'a', receiveCount: 1, number: 1, outcome: 'counted', records: 0 },
      { what: 'message', messageId: 'b', receiveCount: 1, sender: 'c', outcome: 'unreadable' },
    ]);
  });

  it('logs how many records a message wrote', async () => {
    const { run, lines } = aWorker();
    await run({ Records: [aRecord('m0')] }, lasting(10_000));
    expect(lines).toMatchObject([{ messageId: 'm0', outcome: 'done', records: 1 }]);
  });

  it('logs one line a message with ids and outcome, and never what an error quotes', async () => {
    const { run, lines } = aWorker({ handle: () => Promise.reject(new RangeError('+79161234567')) });
    await run({ Records: [aRecord('m0', { receiveCount: 2 })] }, lasting(10_000));
    expect(lines).toEqual([
      {
        what: 'message',
        messageId: 'm0',
        receiveCount: 2,
        type: 'event',
        salonKey: 'arbat',
        eventId: eventIdOf('m0'),
        outcome: 'retried',
        error: 'RangeError',
      },
    ]);
  });
});
