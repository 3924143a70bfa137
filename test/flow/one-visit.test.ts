import { describe, expect, it } from '@jest/globals';
import { TryAgain } from '../../lib/model/try-again.ts';
import { anEvent, tell } from './tell.ts';
import { aWorker, theBooking, theDeal, type Worker } from './worker.ts';

const visit = { id: '558213', deal_id: '771904', origin: 'widget' };
const anna = { id: '61', name: 'Анна', phone: '+7 916 111-00-01' };

async function sessionOf(worker: Worker, booking: string): Promise<string | undefined> {
  const request = await worker.records.request(theBooking(booking));
  return request === 'superseded' ? request : request?.visitorSessionId;
}

describe('an event of a deal', () => {
  it('makes its deal and a request of its own', async () => {
    const worker = await aWorker();
    const id = await tell(worker, 'deal.created', { id: '771904', amount: '100', contact: anna });
    expect(await worker.records.deal(theDeal('771904'))).toMatchObject({ revenue: 10_000 });
    expect(await worker.records.request(theDeal('771904'))).toMatchObject({ name: 'Анна' });
    expect((await worker.lineOf(id))?.entities).toEqual([
      { type: 'deal', id: 'arbat.d.771904' },
      { type: 'request', id: 'arbat.d.771904' },
    ]);
  });

  it('speaks on the requests of all bookings that any of its events names', async () => {
    const worker = await aWorker();
    await tell(worker, 'deal.created', { id: '771904', booking_ids: ['1', '2'] });
    const id = await tell(worker, 'deal.updated', { id: '771904', session: '14783260762' });
    expect([await sessionOf(worker, '1'), await sessionOf(worker, '2')]).toEqual(['14783260762', '14783260762']);
    expect(await worker.records.request(theDeal('771904'))).toBe('superseded');
    expect(await worker.lineOf(id)).toMatchObject({
      request: { outcome: 'done' },
      entities: [
        { type: 'deal', id: 'arbat.d.771904' },
        { type: 'request', id: 'arbat.b.1' },
        { type: 'request', id: 'arbat.b.2' },
      ],
    });
  });

  it('speaks on a booking whose own event named the deal', async () => {
    const worker = await aWorker();
    await tell(worker, 'booking.created', visit);
    await tell(worker, 'deal.updated', { id: '771904', session: '5' });
    expect(await sessionOf(worker, '558213')).toBe('5');
  });

  it('that came before the booking speaks on it, too', async () => {
    const worker = await aWorker();
    await tell(worker, 'deal.updated', { id: '771904', session: '5' });
    await tell(worker, 'booking.created', visit);
    expect(await sessionOf(worker, '558213')).toBe('5');
    expect(await worker.records.request(theDeal('771904'))).toBe('superseded');
  });

  it('makes no request of the deal a second one, whichever comes first', async () => {
    const events = [
      ['deal.created', { id: '771904', booking_ids: ['558213'], contact: anna }],
      ['booking.created', { ...visit, client: { name: 'Анна', phone: '+7 916 111-00-01' } }],
    ] as const;
    for (const order of [events, events.toReversed()]) {
      const worker = await aWorker();
      for (const [event, data] of order) await tell(worker, event, data);
      expect(await worker.records.request(theDeal('771904'))).toBe('superseded');
      expect(await worker.records.request(theBooking('558213'))).toMatchObject({ phone: '+79161110001', hidden: [] });
    }
  });
});

describe('an event of a booking', () => {
  it('links its booking to the deal that it names, whose request gives way', async () => {
    const worker = await aWorker();
    await tell(worker, 'deal.created', { id: '771904' });
    await tell(worker, 'booking.created', visit);
    expect((await worker.records.contents(theDeal('771904'))).links).toEqual(['558213']);
    expect(await worker.records.request(theDeal('771904'))).toBe('superseded');
  });

  it('without an id of its own speaks on the request of its deal', async () => {
    const worker = await aWorker();
    const id = await tell(worker, 'booking.created', { deal_id: '771904', client: anna });
    expect(await worker.records.request(theDeal('771904'))).toMatchObject({ name: 'Анна' });
    expect(await worker.records.deal(theDeal('771904'))).toBeUndefined();
    expect(await worker.lineOf(id)).toMatchObject({ status: 'done', request: { outcome: 'done' } });
  });

  it('without an id of its own is stored with a deal whose request gave way: it is not without an id', async () => {
    const worker = await aWorker();
    await tell(worker, 'deal.created', { id: '771904', booking_ids: ['558213'] });
    const id = await tell(worker, 'booking.created', { deal_id: '771904', client: anna });
    expect((await worker.records.contents(theDeal('771904'))).rows).toHaveLength(2);
    expect(await worker.lineOf(id)).toMatchObject({ status: 'done', request: { outcome: 'done' } });
  });
});

describe('an event that is tried again', () => {
  const update = anEvent('deal.updated', { id: '771904', amount: '100' });

  it('is folded though its row was put by the attempt before, and its line is the last', async () => {
    let broken = true;
    const worker = await aWorker(({ foldDeal }) => ({
      foldDeal: (...args) => (broken ? Promise.reject(new TryAgain('killed')) : foldDeal(...args)),
    }));
    await expect(worker.handle(update)).rejects.toBeInstanceOf(TryAgain);
    expect(await worker.records.deal(theDeal('771904'))).toBeUndefined();
    expect(await worker.lineOf(update.eventId)).toBeUndefined();
    broken = false;
    await worker.handle(update);
    expect(await worker.records.deal(theDeal('771904'))).toMatchObject({ revenue: 10_000 });
    expect((await worker.records.contents(theDeal('771904'))).rows).toHaveLength(1);
    expect(await worker.lineOf(update.eventId)).toMatchObject({ status: 'done' });
  });

  it('folds every booking in which it is due, though the attempt before had folded some', async () => {
    let broken = true;
    const worker = await aWorker(({ foldBooking }) => ({
      foldBooking: (booking, ...rest) =>
        broken && booking.id === '2' ? Promise.reject(new TryAgain('killed')) : foldBooking(booking, ...rest),
    }));
    const naming = anEvent('deal.updated', { id: '771904', booking_ids: ['1', '2'], session: '5' });
    await expect(worker.handle(naming)).rejects.toBeInstanceOf(TryAgain);
    broken = false;
    await worker.handle(naming);
    expect([await sessionOf(worker, '1'), await sessionOf(worker, '2')]).toEqual(['5', '5']);
  });

  it('is not stored where its account is not there, and asks for another try', async () => {
    const worker = await aWorker(() => ({ findAccount: () => Promise.resolve(undefined) }));
    await expect(worker.handle(update)).rejects.toBeInstanceOf(TryAgain);
    expect((await worker.records.contents(theDeal('771904'))).rows).toEqual([]);
  });
});
