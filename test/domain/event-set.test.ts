import { describe, expect, it } from '@jest/globals';
import {
  belongingOf,
  bookingsNamed,
  bookingsOf,
  dealsNamed,
  isSubscription,
  isSuperseded,
  ownRows,
  rowOf,
} from '../../lib/domain/event-set.ts';
import { fateOf } from '../../lib/domain/fate.ts';
import type { SetContents } from '../../lib/model/event-set.ts';
import type { Read } from '../../lib/model/reading.ts';
import { aMessage } from '../build/message.ts';
import { aBookingReading, aReading } from '../build/reading.ts';
import { aRow } from '../build/row.ts';
import { deciding } from '../build/settings.ts';
import { without } from '../build/without.ts';

const deal = (id: string) => ({ salonKey: 'arbat', kind: 'deal', id }) as const;
const booking = (id: string) => ({ salonKey: 'arbat', kind: 'booking', id }) as const;
const event = { kind: 'deal' as const, salonIds: [], salonLogins: [] };
const contents = (over: Partial<SetContents>): SetContents => ({ rows: [], links: [], ...over });
const ids = (count: number) => Array.from({ length: count }, (_, i) => String(100 + i));

describe('the row of a delivery', () => {
  const settings = deciding({
    version: 7,
    attributeTo: 'source',
    defaultSourceId: '6',
    defaultSiteId: '7',
    useDefaultPipeline: false,
    requestsFrom: 'widget',
  });
  const choosing = { deal: settings, request: settings };
  const read: Read = { reading: aReading(), warnings: [], unknownPaths: ['data.x'] };

  it('keeps the reading and the choices of the settings that it was put with', () => {
    const message = aMessage({ settings, replay: 5 });
    expect(
      rowOf(message, { read, fate: fateOf(settings, event), contact: { key: '90311', byId: true }, choosing }),
    ).toEqual({
      v: 1,
      eventId: 'a'.repeat(64),
      receivedAt: '2026-03-17T14:05:45.000Z',
      replay: 5,
      readerVersion: 3,
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

  it('keeps the warnings of its reading, and that a contact stood where nobody read', () => {
    const warned: Read = { ...read, warnings: ['data.amount: not_money'], contactUnread: true };
    const row = rowOf(aMessage(), { read: warned, fate: fateOf(settings, event), contact: undefined, choosing });
    expect(row).toMatchObject({ warnings: ['data.amount: not_money'], contactUnread: true });
  });

  it('leaves out the half that is switched off', () => {
    const noDeals = deciding({ sendDeals: false });
    const noRequests = deciding({ sendRequests: false });
    expect(rowOf(aMessage(), { read, fate: fateOf(noDeals, event), contact: undefined, choosing })).not.toHaveProperty(
      'deal',
    );
    expect(
      rowOf(aMessage(), { read, fate: fateOf(noRequests, event), contact: undefined, choosing }),
    ).not.toHaveProperty('request');
  });
});

describe('the set that an event belongs to', () => {
  it('is that of its deal, for a deal event', () => {
    const reading = aReading({ dealId: '1', bookingIds: ['3', '2'] });
    expect(belongingOf(reading, 'arbat')).toEqual({ own: deal('1'), deal: undefined });
  });

  it('is that of its booking, for a booking event; the deal that it names stands beside', () => {
    const visit = aBookingReading({ bookingId: '2', dealId: '1' });
    expect(belongingOf(visit, 'arbat')).toEqual({ own: booking('2'), deal: deal('1') });
    expect(belongingOf(aBookingReading({ bookingId: '2' }), 'arbat')).toEqual({ own: booking('2'), deal: undefined });
  });

  it('is that of its deal, for a booking event without an id of its own', () => {
    const visit = without(aBookingReading({ dealId: '1' }), 'bookingId');
    expect(belongingOf(visit, 'arbat')).toEqual({ own: deal('1'), deal: undefined });
  });

  it('is none without an id', () => {
    expect(belongingOf(without(aReading({ bookingIds: ['2'] }), 'dealId'), 'arbat').own).toBeUndefined();
  });
});

describe('the rows of a set that are its own', () => {
  const ofDeal = aRow({ eventId: 'a' });
  const ofBooking = aRow({ eventId: 'b', reading: aBookingReading({ dealId: '771904' }) });
  const withoutId = aRow({ eventId: 'c', reading: without(aBookingReading({ dealId: '771904' }), 'bookingId') });

  it('are the deal events of a deal, and booking events without an id', () => {
    expect(ownRows(deal('771904'), [ofDeal, ofBooking, withoutId])).toEqual([ofDeal, withoutId]);
  });

  it('are the booking events of a booking', () => {
    expect(ownRows(booking('558213'), [ofDeal, ofBooking])).toEqual([ofBooking]);
  });
});

describe('the bookings that a deal names', () => {
  const naming = aRow({ eventId: 'a', reading: aReading({ bookingIds: ['9', '8'] }) });
  const copied = aRow({ eventId: 'b', reading: aBookingReading({ bookingId: '7', dealId: '771904' }) });

  it('are those that its events name, those whose events named it, and those of rows from before, each once', () => {
    const set = contents({ rows: [naming, copied, aRow({ eventId: 'c' })], links: ['6', '8'] });
    expect(bookingsNamed(set)).toEqual(['6', '7', '8', '9']);
  });

  it('are at most 50 an event, those with the smallest ids', () => {
    expect(bookingsOf(aReading({ bookingIds: ids(60).toReversed() }))).toEqual(ids(50));
    expect(bookingsOf(aReading({ bookingIds: ['2', '1', '2'] }))).toEqual(['1', '2']);
  });

  it('are on their own requests until there are more than 20', () => {
    const twenty = contents({ links: ids(20) });
    expect([isSubscription(twenty), isSuperseded(twenty)]).toEqual([false, true]);
    const more = contents({ links: ids(20), rows: [aRow({ reading: aReading({ bookingIds: ['9'] }) })] });
    expect([isSubscription(more), isSuperseded(more)]).toEqual([true, false]);
    expect([isSubscription(contents({})), isSuperseded(contents({}))]).toEqual([false, false]);
  });

  it('never speak again with a deal that was marked as having too many', () => {
    for (const many of ['open', 'done'] as const) {
      const marked = contents({ links: ['1'], many });
      expect([isSubscription(marked), isSuperseded(marked)]).toEqual([true, false]);
    }
  });
});

it('the deals that a booking names are those of its events and of its links, ascending, each once', () => {
  const ofBooking = aRow({ eventId: 'a', reading: aBookingReading({ dealId: '3' }) });
  const copied = aRow({ eventId: 'b', reading: aReading({ dealId: '2' }) });
  const silent = aRow({ eventId: 'c', reading: aBookingReading() });
  const set = contents({ rows: [ofBooking, copied, silent], links: ['1', '3'] });
  expect(dealsNamed(set)).toEqual(['1', '2', '3']);
});
