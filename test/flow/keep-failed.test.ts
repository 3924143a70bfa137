import { describe, expect, it } from '@jest/globals';
import { aMessage } from '../build/message.ts';
import { aReceived, aWorker } from './worker.ts';

const id = 'a'.repeat(64);
const deal = { event: 'deal.updated', data: { id: '771904', updated_at: '2026-03-17T17:05:44+03:00', amount: '10' } };

describe('a message that no code can read', () => {
  it('leaves the line of a copy that newer code has read', async () => {
    const worker = await aWorker();
    const message = aMessage({ event: deal });
    await worker.handle(message);
    await worker.keepUnreadable(aReceived({ body: 'a copy of another version' }), message);
    expect(await worker.lineOf(id)).toMatchObject({ status: 'done' });
  });

  it('is keyed without an envelope by its SQS id, under the account that operators see', async () => {
    const worker = await aWorker();
    await worker.keepUnreadable(aReceived({ messageId: 'm-7', body: 'no json' }), undefined);
    const [entry] = await worker.lines.deliveries('-', 'm-7');
    expect(entry?.message).toBe('no json');
    expect(entry?.line).toMatchObject({
      id: 'm-7',
      accountKey: '-',
      receivedAt: '2026-03-17T14:05:46.000Z',
      status: 'failed',
      deal: { outcome: 'failed', reason: 'unreadable' },
      request: { outcome: 'failed', reason: 'unreadable' },
    });
  });

  it('keeps its account where the envelope can be read', async () => {
    const worker = await aWorker();
    const { accountKey, salonKey, receivedAt, eventId } = aMessage();
    await worker.keepUnreadable(aReceived(), { accountKey, salonKey, receivedAt, eventId });
    expect(await worker.lineOf(id)).toMatchObject({
      accountKey: 'demo',
      salonKey: 'arbat',
      receivedAt,
      status: 'failed',
    });
  });
});

describe('a message that failed too often', () => {
  it('and was imported is journaled as one that was', async () => {
    const worker = await aWorker();
    const importedAt = '2026-03-17T14:05:00.000Z';
    const imported = { receivedAt: '2024-03-17T14:05:00.000Z', importedAt };
    await worker.keepParked(aReceived(), aMessage({ ...imported, eventId: 'b'.repeat(64) }));
    await worker.keepUnreadable(aReceived(), { ...aMessage({ ...imported, eventId: 'c'.repeat(64) }) });
    for (const letter of ['b', 'c'])
      expect(await worker.lineOf(letter.repeat(64))).toMatchObject({ source: 'import', status: 'failed', ...imported });
  });

  it('is journaled as failed', async () => {
    const worker = await aWorker();
    await worker.keepParked(aReceived(), aMessage());
    expect(await worker.lineOf(id)).toMatchObject({ status: 'failed', deal: { outcome: 'failed', reason: 'parked' } });
  });

  it('leaves the line of one that a worker has finished, whose acknowledgement was lost', async () => {
    const worker = await aWorker();
    const message = aMessage({ event: deal });
    await worker.handle(message);
    await worker.keepParked(aReceived(), message);
    expect(await worker.lineOf(id)).toMatchObject({ status: 'done' });
  });

  it('replaces the line of an earlier try when it is a later replay', async () => {
    const worker = await aWorker();
    await worker.handle(aMessage({ event: deal }));
    await worker.keepParked(aReceived(), aMessage({ event: deal, replay: 1_773_800_000_000 }));
    expect(await worker.lineOf(id)).toMatchObject({ status: 'failed', replay: 1_773_800_000_000 });
  });
});
