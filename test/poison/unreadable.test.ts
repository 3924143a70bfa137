import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aBooking, nineBookings, startPipeline, type Booking, type Pipeline } from './pipeline.ts';

const failed = { outcome: 'failed', reason: 'unreadable' };

describe('One message in ten that no code can read', () => {
  let pipeline: Pipeline;

  beforeAll(async () => {
    pipeline = await startPipeline();
  });
  afterAll(async () => {
    await pipeline.close();
  });

  async function storedOnce(bookings: Booking[]): Promise<void> {
    for (const { set, eventId } of bookings) {
      expect(await pipeline.rowsOf(set)).toBe(1);
      expect(await pipeline.requestOf(set)).toMatchObject({ extId: set.id, dateTime: '2026-03-14T09:31:05.000Z' });
      expect(await pipeline.linesOf(eventId)).toMatchObject([{ status: 'done' }]);
    }
  }

  it('is in the journal of no account as failed, the nine are stored once, the queue is empty', async () => {
    const bookings = nineBookings(1);
    const ids = await pipeline.handle([...bookings.map(({ body }) => body), '{"v":1,']);
    await storedOnce(bookings);
    expect(await pipeline.linesOf(ids[9]!, '-')).toMatchObject([{ status: 'failed', deal: failed, request: failed }]);
  });

  it('is in the journal of its account when its envelope can be read', async () => {
    const bookings = nineBookings(11);
    const strange = { ...(JSON.parse(aBooking(20).body) as object), type: 'telegram' };
    await pipeline.handle([...bookings.map(({ body }) => body), JSON.stringify(strange)]);
    await storedOnce(bookings);
    const lines = await pipeline.linesOf(aBooking(20).eventId);
    expect(lines).toMatchObject([{ status: 'failed', salonKey: 'arbat', request: failed }]);
  });
});
