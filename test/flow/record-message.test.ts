import { describe, expect, it } from '@jest/globals';
import type { RefusalMessage } from '../../lib/model/message.ts';
import { aMessage } from '../build/message.ts';
import { deciding } from '../build/settings.ts';
import { aWorker, theDeal, type Worker } from './worker.ts';

const id = 'a'.repeat(64);
const deal = { event: 'deal.updated', data: { id: '771904', updated_at: '2026-03-17T17:05:44+03:00', amount: '10' } };
const booking = { event: 'booking.created', data: { id: '558213', created_at: '2026-03-14 12:31:05' } };

const refusal: RefusalMessage = {
  v: 1,
  type: 'refusal',
  accountKey: 'demo',
  salonKey: 'arbat',
  receivedAt: '2026-03-17T14:05:45.000Z',
  reason: 'invalid_token',
  status: 401,
  size: 120,
  contentType: 'application/json',
};

/** The lines of March. */
async function linesOf({ lines }: Worker) {
  const march = { from: '2026-03-01T00:00:00.000Z', to: '2026-04-01T00:00:00.000Z' };
  const page = await lines.list({ accountKey: 'demo', ...march, order: 'desc', limit: 50 });
  return 'items' in page ? page.items : [];
}

describe('recordMessage', () => {
  it('journals a deal event with both halves done, its records and the whole message', async () => {
    const worker = await aWorker();
    const message = aMessage({ event: deal, senderEventId: 'f3b1', warnings: ['charset: guessed'] });
    expect(await worker.handle(message)).toEqual({
      facts: { outcome: 'done', kind: 'deal' },
      records: [
        { type: 'deal', id: 'arbat.d.771904' },
        { type: 'request', id: 'arbat.d.771904' },
      ],
    });
    const [entry] = await worker.lines.deliveries('demo', id);
    expect(entry).toEqual({
      message: JSON.stringify(message),
      line: {
        v: 2,
        id,
        receivedAt: '2026-03-17T14:05:45.000Z',
        accountKey: 'demo',
        salonKey: 'arbat',
        senderEventId: 'f3b1',
        kind: 'deal',
        act: 'updated',
        status: 'done',
        deal: { outcome: 'done' },
        request: { outcome: 'done' },
        replay: 0,
        undated: false,
        warnings: ['charset: guessed'],
        unknownPaths: [],
        sets: ['arbat.d.771904'],
        entities: [
          { type: 'deal', id: 'arbat.d.771904' },
          { type: 'request', id: 'arbat.d.771904' },
        ],
        journaledAt: '2026-03-20T12:00:00.000Z',
      },
    });
  });

  it.each([
    ['a booking', booking, {}, { outcome: 'not_applicable' }, { outcome: 'done' }, 'done'],
    [
      'a deal with deals off',
      deal,
      { sendDeals: false },
      { outcome: 'ignored', reason: 'deals_disabled' },
      { outcome: 'done' },
      'done',
    ],
    [
      'a deal with requests off',
      deal,
      { sendRequests: false },
      { outcome: 'done' },
      { outcome: 'ignored', reason: 'requests_disabled' },
      'done',
    ],
    [
      'a booking of unknown origin where only the widget counts',
      booking,
      { requestsFrom: 'widget' as const },
      { outcome: 'not_applicable' },
      { outcome: 'ignored', reason: 'origin_unknown' },
      'ignored',
    ],
    [
      'a booking that a person wrote down',
      { ...booking, data: { ...booking.data, origin: 'admin' } },
      {},
      { outcome: 'not_applicable' },
      { outcome: 'ignored', reason: 'not_from_widget' },
      'ignored',
    ],
    [
      'a deal without an id',
      { event: 'deal.updated', data: { amount: '10' } },
      {},
      { outcome: 'failed', reason: 'no_id' },
      { outcome: 'failed', reason: 'no_id' },
      'failed',
    ],
    [
      'a deal without an id that names a booking',
      { event: 'deal.updated', data: { amount: '10', booking_ids: ['558213'] } },
      {},
      { outcome: 'failed', reason: 'no_id' },
      { outcome: 'failed', reason: 'no_id' },
      'failed',
    ],
    [
      'a booking without an id that names its deal',
      { event: 'booking.created', data: { deal_id: '771904', created_at: '2026-03-14 12:31:05' } },
      {},
      { outcome: 'not_applicable' },
      { outcome: 'done' },
      'done',
    ],
  ])('says what became of both halves of %s', async (_, event, settings, dealHalf, requestHalf, status) => {
    const worker = await aWorker();
    await worker.handle(aMessage({ event, settings: deciding(settings) }));
    expect(await worker.lineOf(id)).toMatchObject({ deal: dealHalf, request: requestHalf, status });
  });

  it('says of a booking what became of its own request, not of another of its deal', async () => {
    const worker = await aWorker();
    const sister = { event: 'booking.created', data: { id: '1', deal_id: '771904', origin: 'widget' } };
    const written = { event: 'booking.created', data: { id: '2', deal_id: '771904', origin: 'admin' } };
    await worker.handle(aMessage({ event: sister, eventId: 'b'.repeat(64) }));
    await worker.handle(aMessage({ event: deal, eventId: 'c'.repeat(64) }));
    await worker.handle(aMessage({ event: written }));
    expect(await worker.lineOf(id)).toMatchObject({
      status: 'ignored',
      request: { outcome: 'ignored', reason: 'not_from_widget' },
      entities: expect.not.arrayContaining([{ type: 'request', id: 'arbat.b.1' }]),
    });
  });

  it('stores nothing of an event that the door has ignored but its line', async () => {
    const worker = await aWorker();
    await worker.handle(
      aMessage({ event: deal, reason: 'integration_inactive', settings: deciding({ isActive: false }) }),
    );
    expect(await worker.lineOf(id)).toMatchObject({
      status: 'ignored',
      deal: { outcome: 'ignored', reason: 'integration_inactive' },
      request: { outcome: 'ignored', reason: 'integration_inactive' },
      entities: [],
    });
    expect((await worker.records.contents(theDeal('771904'))).rows).toEqual([]);
  });

  it('says of both halves which transfer was off when both were', async () => {
    const worker = await aWorker();
    await worker.handle(
      aMessage({
        event: deal,
        reason: 'deals_disabled',
        settings: deciding({ sendDeals: false, sendRequests: false }),
      }),
    );
    expect(await worker.lineOf(id)).toMatchObject({
      status: 'ignored',
      deal: { outcome: 'ignored', reason: 'deals_disabled' },
      request: { outcome: 'ignored', reason: 'requests_disabled' },
    });
  });

  it('names the paths of an event that is nobody knows what, so that it can be taught', async () => {
    const worker = await aWorker();
    await worker.handle(aMessage({ event: { event: 'loyalty.granted', points: '5' }, reason: 'unknown_event' }));
    expect(await worker.lineOf(id)).toMatchObject({ status: 'ignored', unknownPaths: ['points'] });
  });

  it('names the paths that the reader knew no use for', async () => {
    const worker = await aWorker();
    await worker.handle(
      aMessage({
        event: { ...deal, data: { ...deal.data, loyalty: { points: '5', cards: [{ no: '7' }, { no: '8' }] } } },
      }),
    );
    expect((await worker.lineOf(id))?.unknownPaths).toEqual(['data.loyalty.points', 'data.loyalty.cards[].no']);
  });

  it('keeps the warnings of the decoding and of the reading, in the line and the latter in the row', async () => {
    const worker = await aWorker();
    const spoiled = { ...deal, data: { ...deal.data, amount: '-5' } };
    await worker.handle(aMessage({ event: spoiled, warnings: ['charset: guessed'] }));
    const [row] = (await worker.records.contents(theDeal('771904'))).rows;
    expect(row?.warnings).toHaveLength(1);
    expect((await worker.lineOf(id))?.warnings).toEqual(['charset: guessed', ...row!.warnings!]);
  });

  it('warns of a contact that stood where nobody read, while the event brought none elsewhere', async () => {
    const worker = await aWorker();
    const unread = { ...deal.data, whatsapp_of_hers: '+7 916 123-45-67' };
    await worker.handle(aMessage({ event: { ...deal, data: unread } }));
    expect((await worker.lineOf(id))?.warnings).toEqual(['contact_unread']);
    expect((await worker.records.contents(theDeal('771904'))).rows[0]).toMatchObject({ contactUnread: true });
    const reached = { ...unread, contact: { name: 'Анна', phone: '+7 916 111-00-01' } };
    await worker.handle(aMessage({ event: { ...deal, data: reached }, eventId: 'c'.repeat(64) }));
    expect((await worker.lineOf('c'.repeat(64)))?.warnings).toEqual([]);
  });

  it('marks an event without a time of its own as undated', async () => {
    const worker = await aWorker();
    await worker.handle(aMessage({ event: { event: 'deal.updated', data: { id: '771904', amount: '10' } } }));
    expect((await worker.lineOf(id))?.undated).toBe(true);
  });

  it('marks its salon before it stores a row', async () => {
    const steps: string[] = [];
    const worker = await aWorker(({ markSalon, putRow }) => ({
      markSalon: async (key) => {
        await markSalon(key);
        steps.push('marked');
      },
      putRow: (set, row) => {
        steps.push('row');
        return putRow(set, row);
      },
    }));
    await worker.handle(aMessage({ event: deal }));
    expect(steps).toEqual(['marked', 'row']);
  });

  it.each([
    ...(['findAccount', 'markSalon', 'saveReference', 'saveContact', 'putRow', 'linksOf', 'putLink'] as const),
    ...(['foldBooking', 'foldDeal', 'manyOf', 'putLine'] as const),
  ])('is to come again, without a line, when %s fails', async (name) => {
    const worker = await aWorker(() => ({ [name]: () => Promise.reject(new Error('no store')) }));
    const client = { id: '61', name: 'Анна' };
    const staff = { id: '77', name: 'Юля' };
    const told = { event: 'booking.created', data: { ...booking.data, deal_id: '771904', client, staff } };
    await expect(worker.handle(aMessage({ event: told }))).rejects.toThrow('no store');
    expect(await worker.lineOf(id)).toBeUndefined();
  });

  it('journals a refusal once, however often its message comes', async () => {
    const worker = await aWorker();
    await worker.handle(refusal);
    await worker.handle(refusal);
    const items = await linesOf(worker);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      status: 'refused',
      receivedAt: '2026-03-17T14:05:45.000Z',
      refusal: { reason: 'invalid_token', status: 401, size: 120, contentType: 'application/json' },
    });
  });

  it('tells refusals of one moment apart by their reasons', async () => {
    const worker = await aWorker();
    await worker.handle(refusal);
    await worker.handle({ ...refusal, reason: 'too_large', status: 413 });
    const reasons = (await linesOf(worker)).map((line) => line.refusal?.reason);
    expect(reasons.sort()).toEqual(['invalid_token', 'too_large']);
  });
});
