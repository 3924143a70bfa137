import { aReading, aBookingReading, at } from '../build/reading.ts';
import { aRow } from '../build/row.ts';
import type { SetRef, SetRow } from '../../lib/model/event-set.ts';
import type { Reading } from '../../lib/model/reading.ts';
import type { FoldedDeal, FoldedRequest } from '../../lib/model/records.ts';
import { fold } from '../../lib/domain/fold.ts';
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

export function dealOf(...rows: SetRow[]): FoldedDeal {
  const { deal } = fold(dealSet, rows);
  if (deal === undefined) throw new Error('no deal was folded');
  return deal;
}

export function requestOf(...rows: SetRow[]): FoldedRequest {
  const { request } = fold(bookingSet, rows);
  if (request === undefined) throw new Error('no request was folded');
  return request;
}
