import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { crossingId } from '../../lib/flow/journal-line.ts';
import type { Table } from '../../lib/store/table.ts';
import { anEvent } from '../flow/tell.ts';
import { aBooking, nineBookings, startPipeline, type Booking, type Pipeline } from './pipeline.ts';

const parked = { outcome: 'failed', reason: 'parked' };
const endless = aBooking(10);
const refused = aBooking(20);

/** A table that does not answer what touches the one booking, and refuses what touches the other. */
function spoiled(table: Table): Table {
  const before = <T>(pk: string, act: () => Promise<T>): Promise<T> => {
    if (touches(pk, endless)) return new Promise(() => undefined);
    if (touches(pk, refused)) return Promise.reject(new Error('refused'));
    return act();
  };
  return {
    ...table,
    get: (pk, sk) => before(pk, () => table.get(pk, sk)),
    query: (pk, prefix) => before(pk, () => table.query(pk, prefix)),
    putIf: (item, rev) => before(item.pk, () => table.putIf(item, rev)),
  };
}

function touches(pk: string, { id }: Booking): boolean {
  return pk.endsWith(`#booking#${id}`);
}

describe('One message in ten', () => {
  let pipeline: Pipeline;

  beforeAll(async () => {
    pipeline = await startPipeline(spoiled);
  });
  afterAll(async () => {
    await pipeline.close();
  });

  it.each([
    ['whose handling never ends', endless, nineBookings(1)],
    ['that the store refuses', refused, nineBookings(11)],
  ])(
    '%s is in the journal as parked in the end, the nine are stored once',
    async (_, poison, bookings) => {
      await pipeline.handle([...bookings, poison].map(({ body }) => body));
      for (const { set, eventId } of bookings) {
        expect(await pipeline.rowsOf(set)).toBe(1);
        expect(await pipeline.requestOf(set)).toMatchObject({ extId: set.id });
        expect(await pipeline.linesOf(eventId)).toMatchObject([{ status: 'done' }]);
      }
      expect(await pipeline.rowsOf(poison.set)).toBe(0);
      expect(await pipeline.linesOf(poison.eventId)).toMatchObject([
        { status: 'failed', deal: parked, request: parked },
      ]);
    },
    120_000,
  );

  it('that folds the bookings of a deal without it, and cannot, is parked once a deal; the deal’s events are not', async () => {
    const bookingIds = [refused.id, ...Array.from({ length: 20 }, (_, n) => String(700 + n))];
    const deal = { salonKey: 'arbat', kind: 'deal', id: '771904' } as const;
    const naming = anEvent('deal.created', { id: deal.id, booking_ids: bookingIds });
    const receivedAt = new Date().toISOString();
    const later = anEvent('deal.updated', { id: deal.id, amount: '100' });
    await pipeline.handle([naming, later].map((message) => JSON.stringify({ ...message, receivedAt })));
    for (const { eventId } of [naming, later]) {
      expect(await pipeline.linesOf(eventId)).toMatchObject([{ status: 'done' }]);
    }
    expect(await pipeline.dealOf(deal)).toMatchObject({ revenue: 10_000 });
    expect(await pipeline.linesOf(crossingId(deal))).toMatchObject([
      { status: 'failed', salonKey: 'arbat', entities: [{ type: 'deal', id: 'arbat.d.771904' }] },
    ]);
  }, 120_000);
});
