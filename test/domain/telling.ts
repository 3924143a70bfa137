import { aReading, aBookingReading, at } from '../build/reading.ts';
import { aRow, aSetOf } from '../build/row.ts';
import type { ReadSet, SetRef, SetRow } from '../../lib/model/event-set.ts';
import type { Client, Phone, Reading } from '../../lib/model/reading.ts';
import type { FoldedDeal } from '../../lib/model/deal.ts';
import type { FoldedRequest } from '../../lib/model/request.ts';
import type { BookingSources, OwnRequest } from '../../lib/model/views.ts';
import { foldBookingSet, foldDealSet } from '../../lib/domain/fold.ts';
import { without } from '../build/without.ts';

export const dealSet: SetRef = { salonKey: 'arbat', kind: 'deal', id: '771904' };
export const bookingSet: SetRef = { salonKey: 'arbat', kind: 'booking', id: '558213' };

/** Minute of 17 March 2026, 10:00 UTC on. */
export function minute(n: number): string {
  return new Date(Date.UTC(2026, 2, 17, 10, n)).toISOString();
}

/** A deal event of a minute, received with it. */
export function dealEvent(n: number, reading: Partial<Reading> = {}, row: Partial<SetRow> = {}): SetRow {
  return aRow({
    eventId: `deal-${n}`,
    receivedAt: minute(n),
    reading: aReading({ updatedAt: at(minute(n)), ...reading }),
    ...row,
  });
}

/** A booking event of a minute, received with it; it says nothing but its id and time. */
export function bookingEvent(n: number, reading: Partial<Reading> = {}, row: Partial<SetRow> = {}): SetRow {
  const blank = without(aBookingReading({ act: 'updated' }), 'client', 'origin', 'createdAt');
  return aRow({
    eventId: `booking-${n}`,
    receivedAt: minute(n),
    reading: { ...blank, updatedAt: at(minute(n)), ...reading },
    ...row,
  });
}

export function phone(e164: string): Phone {
  return { shown: e164, e164 };
}

export function client(over: Partial<Client>): Client {
  return { phones: [], emails: [], ...over };
}

/** What a deal's set makes of its rows, beside links and marks. */
export function dealFold(rows: SetRow[], over: Partial<ReadSet> = {}) {
  return foldDealSet(dealSet, aSetOf(rows, over));
}

export function dealOf(...rows: SetRow[]): FoldedDeal {
  const deal = dealFold(rows).deal.record;
  if (deal === undefined) throw new Error('no deal was folded');
  return deal;
}

/** The request of the deal's own set. */
export function dealsRequest(...rows: SetRow[]): OwnRequest | undefined {
  return dealFold(rows).request.record;
}

/** What a booking's set makes of its own rows and of those of the deals that name it. */
export function bookingFold(rows: SetRow[], over: Partial<Pick<BookingSources, 'passed' | 'cut'>> = {}) {
  const deals = Map.groupBy(rows.filter(isOfDeal), ({ reading }) => reading.dealId);
  return foldBookingSet(bookingSet, {
    own: aSetOf(rows.filter((row) => !isOfDeal(row))),
    deals: [...deals.values()].map((ofDeal) => aSetOf(ofDeal)),
    passed: [],
    cut: false,
    ...over,
  });
}

function isOfDeal({ reading }: SetRow): boolean {
  return reading.kind === 'deal';
}

/** The request of a booking, told by its own events and by those of its deals. */
export function requestOf(...rows: SetRow[]): FoldedRequest {
  const request = bookingFold(rows).record;
  if (request === undefined) throw new Error('no request was folded');
  return request;
}
