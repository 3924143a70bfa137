import { describe, expect, it } from '@jest/globals';
import { TryAgain } from '../../lib/model/try-again.ts';
import { crossingId } from '../../lib/flow/journal-line.ts';
import { anEvent, tell } from './tell.ts';
import { aWorker, theBooking, theDeal, type Worker } from './worker.ts';

const ids = (count: number, from = 101) => Array.from({ length: count }, (_, n) => String(from + n));
const deal = theDeal('771904');
const widget = { origin: 'widget' };
const session = '14783260762';

/** A worker that was told a booking and its deal, which then names 21 bookings. */
async function aSubscription(): Promise<Worker> {
  const worker = await aWorker();
  await tell(worker, 'booking.created', { id: '101', deal_id: '771904', ...widget });
  await tell(worker, 'deal.updated', { id: '771904', session, booking_ids: ids(20) });
  await tell(worker, 'deal.updated', { id: '771904', booking_ids: ['121'] });
  return worker;
}

async function sessionOf(worker: Worker, booking: string): Promise<string | undefined> {
  const request = await worker.records.request(theBooking(booking));
  return request === 'superseded' ? request : request?.visitorSessionId;
}

describe('a deal that names 20 bookings', () => {
  it('speaks on all of them', async () => {
    const worker = await aWorker();
    await tell(worker, 'deal.updated', { id: '771904', session, booking_ids: ids(20) });
    for (const id of ids(20)) expect(await sessionOf(worker, id)).toBe(session);
    expect(await worker.records.request(deal)).toBe('superseded');
    expect(worker.sent).toEqual([]);
  });
});

describe('a deal that names more than 20 bookings', () => {
  it('is marked, and a message without a body asks that all its bookings be folded without it', async () => {
    const worker = await aSubscription();
    expect(await worker.deps.manyOf(deal)).toBe('open');
    expect(worker.sent).toEqual([
      {
        v: 1,
        type: 'crossing',
        accountKey: 'demo',
        salonKey: 'arbat',
        receivedAt: '2026-03-17T14:05:45.000Z',
        dealId: '771904',
      },
    ]);
    expect(await worker.cross()).toEqual(['crossed']);
    expect(await worker.deps.manyOf(deal)).toBe('done');
  });

  it('is answered with the records that were written: of its bookings that have a request, of itself, and its own request', async () => {
    const worker = await aSubscription();
    const [crossing] = worker.sent;
    const own = [
      { type: 'deal', id: 'arbat.d.771904' },
      { type: 'request', id: 'arbat.d.771904' },
    ];
    expect((await worker.handle(crossing!)).records).toEqual([{ type: 'request', id: 'arbat.b.101' }, ...own]);
    expect((await worker.handle(crossing!)).records).toEqual([]);
  });

  it('speaks on none of them, also not on those that it reached before', async () => {
    const worker = await aSubscription();
    expect(await sessionOf(worker, '101')).toBe(session);
    await worker.cross();
    expect(await worker.records.request(theBooking('101'))).toMatchObject({ extId: '101', hidden: [] });
    expect(await sessionOf(worker, '101')).toBeUndefined();
  });

  it('leaves no request of a booking that no booking event told', async () => {
    const worker = await aSubscription();
    await worker.cross();
    for (const id of ['102', '120', '121']) expect(await worker.records.request(theBooking(id))).toBeUndefined();
  });

  it('has its own request back, with all that its events say', async () => {
    const worker = await aSubscription();
    expect(await worker.records.request(deal)).toMatchObject({ extId: '771904', visitorSessionId: session });
    await worker.cross();
    expect(await worker.records.request(deal)).toMatchObject({ extId: '771904', visitorSessionId: session });
  });

  it('stays one: what comes later speaks on its own request alone, and asks for nothing', async () => {
    const worker = await aSubscription();
    await worker.cross();
    const id = await tell(worker, 'deal.updated', { id: '771904', stage: { name: 'Оплачено' } });
    await tell(worker, 'booking.created', { id: '999', deal_id: '771904', ...widget });
    await tell(worker, 'booking.updated', { id: '101', deal_id: '771904', amount: '5' });
    expect(worker.sent).toEqual([]);
    expect((await worker.lineOf(id))?.entities).toEqual([
      { type: 'deal', id: 'arbat.d.771904' },
      { type: 'request', id: 'arbat.d.771904' },
    ]);
    expect(await worker.records.request(deal)).toMatchObject({ stage: { name: 'Оплачено' } });
    expect(await worker.records.request(theBooking('999'))).toMatchObject({ extId: '999' });
    expect(await sessionOf(worker, '999')).toBeUndefined();
    expect((await worker.records.contents(deal)).links).not.toContain('999');
  });

  it('is noticed by the event of the 21st booking, too', async () => {
    const worker = await aWorker();
    await tell(worker, 'deal.updated', { id: '771904', session, booking_ids: ids(20) });
    await tell(worker, 'booking.created', { id: '999', deal_id: '771904', ...widget });
    expect(worker.sent).toHaveLength(1);
    await worker.cross();
    expect(await worker.records.request(deal)).toMatchObject({ visitorSessionId: session });
    expect(await sessionOf(worker, '999')).toBeUndefined();
  });

  it('is asked to be folded by every event that finds it marked and not finished', async () => {
    const worker = await aSubscription();
    await tell(worker, 'deal.updated', { id: '771904', amount: '7' });
    await tell(worker, 'booking.updated', { id: '101', deal_id: '771904', amount: '5' });
    expect(worker.sent).toHaveLength(3);
    expect(await worker.cross()).toEqual(['crossed', 'left', 'left']);
  });

  it('has no line of an event before its message was taken by the queue', async () => {
    let broken = true;
    const worker = await aWorker(({ sendCrossing }) => ({
      sendCrossing: (crossing) => (broken ? Promise.reject(new TryAgain('no queue')) : sendCrossing(crossing)),
    }));
    const naming = anEvent('deal.updated', { id: '771904', booking_ids: ids(21) });
    await expect(worker.handle(naming)).rejects.toBeInstanceOf(TryAgain);
    expect(await worker.lineOf(naming.eventId)).toBeUndefined();
    broken = false;
    await worker.handle(naming);
    expect(worker.sent).toHaveLength(1);
    expect(await worker.lineOf(naming.eventId)).toMatchObject({ status: 'done' });
  });
});

describe('the folding of a deal’s bookings without it', () => {
  it('is done only when all of them are folded: a failure leaves it open', async () => {
    let broken = false;
    const worker = await aWorker(({ foldBooking }) => ({
      foldBooking: (booking, ...rest) =>
        broken && booking.id === '110' ? Promise.reject(new TryAgain('killed')) : foldBooking(booking, ...rest),
    }));
    await tell(worker, 'deal.updated', { id: '771904', session, booking_ids: ids(21) });
    const [crossing] = worker.sent;
    broken = true;
    await expect(worker.handle(crossing!)).rejects.toBeInstanceOf(TryAgain);
    expect(await worker.deps.manyOf(deal)).toBe('open');
    broken = false;
    expect(await worker.cross()).toEqual(['crossed']);
    expect(await worker.deps.manyOf(deal)).toBe('done');
  });

  it('that failed too often is one failed line a deal, without a body', async () => {
    const worker = await aSubscription();
    const [crossing] = worker.sent;
    await worker.parkCrossing(crossing!);
    await worker.parkCrossing({ ...crossing!, receivedAt: '2026-03-18T00:00:00.000Z' });
    const lines = await worker.lines.deliveries('demo', crossingId(deal));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      message: '',
      line: {
        status: 'failed',
        salonKey: 'arbat',
        receivedAt: '2026-03-17T14:05:45.000Z',
        deal: { outcome: 'failed', reason: 'parked' },
        entities: [{ type: 'deal', id: 'arbat.d.771904' }],
      },
    });
  });

  it('settles that line when it is done after all', async () => {
    const worker = await aSubscription();
    await worker.parkCrossing(worker.sent[0]!);
    await worker.cross();
    const lines = await worker.lines.deliveries('demo', crossingId(deal));
    expect(lines.map(({ line }) => [line.status, line.deal, line.request])).toEqual([
      ['done', { outcome: 'done' }, { outcome: 'done' }],
    ]);
  });

  it('leaves a deal that was never marked', async () => {
    const worker = await aSubscription();
    const [crossing] = worker.sent;
    const left = { facts: { outcome: 'left' }, records: [] };
    expect(await worker.handle({ ...crossing!, dealId: '5' })).toEqual(left);
    expect(await worker.deps.manyOf(theDeal('5'))).toBeUndefined();
  });
});
