import { describe, expect, it } from '@jest/globals';
import { bookingsNamed, rowFor, rowOf, rowsForBookings, setsOf } from '../../lib/domain/event-set.ts';
import { fateOf } from '../../lib/domain/fate.ts';
import { aMessage } from '../build/message.ts';
import { aBookingReading, aReading } from '../build/reading.ts';
import { aRow } from '../build/row.ts';
import { deciding } from '../build/settings.ts';
import { without } from '../build/without.ts';

const deal = (id: string) => ({ salonKey: 'arbat', kind: 'deal', id });
const booking = (id: string) => ({ salonKey: 'arbat', kind: 'booking', id });
const event = { kind: 'deal' as const, salonIds: [], salonLogins: [] };

describe('the row of a delivery', () => {
  const settings = deciding({
    version: 7,
    attributeTo: 'source',
    defaultSourceId: '6',
    defaultSiteId: '7',
    useDefaultPipeline: false,
    requestsFrom: 'widget',
  });

  it('keeps the reading and the choices of the settings that it was put with', () => {
    const message = aMessage({ settings, replay: 5 });
    expect(rowOf(message, aReading(), fateOf(settings, event), { key: '90311', byId: true })).toEqual({
      v: 1,
      eventId: 'a'.repeat(64),
      receivedAt: '2026-03-17T14:05:45.000Z',
      replay: 5,
      readerVersion: 1,
      reading: aReading(),
      contact: { key: '90311', byId: true },
      deal: { version: 7, useDefaultPipeline: false, currency: 'RUB' },
      request: {
        version: 7,
        requestsFrom: 'widget',
        attributeTo: 'source',
        defaultCampaignId: '230144',
        defaultSourceId: '6',
        defaultSiteId: '7',
        currency: 'RUB',
      },
    });
  });

  it('leaves out the half that is switched off', () => {
    const noDeals = deciding({ sendDeals: false });
    const noRequests = deciding({ sendRequests: false });
    const message = aMessage();
    expect(rowOf(message, aReading(), fateOf(noDeals, event), undefined)).not.toHaveProperty('deal');
    expect(rowOf(message, aReading(), fateOf(noRequests, event), undefined)).not.toHaveProperty('request');
  });
});

describe('the sets that an event belongs to', () => {
  it('are those of the deal and of every booking that it is about or names', () => {
    const row = aRow({ reading: aReading({ dealId: '1', bookingIds: ['3', '2', '3'] }) });
    expect(setsOf(row, 'arbat')).toEqual([deal('1'), booking('2'), booking('3')]);
    const visit = aRow({ reading: aBookingReading({ bookingId: '2', dealId: '1' }) });
    expect(setsOf(visit, 'arbat')).toEqual([deal('1'), booking('2')]);
  });

  it('are none of bookings when the event does not speak of requests', () => {
    const row = without(aRow({ reading: aReading({ dealId: '1', bookingIds: ['2'] }) }), 'request');
    expect(setsOf(row, 'arbat')).toEqual([deal('1')]);
  });

  it('are none without an id, or when both halves are off', () => {
    const reading = without(aReading(), 'dealId');
    expect(setsOf(aRow({ reading }), 'arbat')).toEqual([]);
    const row = without(aRow(), 'deal', 'request');
    expect(setsOf(row, 'arbat')).toEqual([]);
  });

  it('are at most 50 bookings an event, those with the smallest ids', () => {
    const bookingIds = Array.from({ length: 60 }, (_, i) => String(159 - i));
    const sets = setsOf(aRow({ reading: aReading({ dealId: '1', bookingIds }) }), 'arbat');
    expect(sets).toHaveLength(51);
    expect(sets.at(-1)).toEqual(booking('149'));
  });
});

describe('what a deal gives to its bookings', () => {
  const naming = aRow({ eventId: 'a', reading: aReading({ bookingIds: ['9', '8'] }) });
  const visit = aRow({ eventId: 'b', reading: aBookingReading({ bookingId: '7', dealId: '771904' }) });
  const silent = aRow({ eventId: 'c' });

  it('goes to all bookings that its events are about or name, whichever came first', () => {
    expect(bookingsNamed([naming, visit, silent])).toEqual(['7', '8', '9']);
  });

  it('is its deal events, as far as they speak of requests', () => {
    const dealOnly = without(aRow({ eventId: 'd' }), 'request');
    expect(rowsForBookings([naming, visit, silent, dealOnly])).toEqual([
      rowFor('booking', naming),
      rowFor('booking', silent),
    ]);
  });

  it('has nothing of deals in it', () => {
    expect(rowFor('booking', silent)).not.toHaveProperty('deal');
    expect(rowFor('deal', silent)).toEqual(silent);
  });
});
