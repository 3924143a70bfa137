import type { DealChoice, RequestChoice, SetRef, SetRow } from '../model/event-set.ts';
import type { EventMessage } from '../model/message.ts';
import { readerVersion, type Reading } from '../model/reading.ts';
import type { Deciding } from '../model/settings.ts';
import type { ContactKey } from './contact.ts';
import type { Fate } from './fate.ts';
import { compare } from './order.ts';
import { present } from '../model/present.ts';

/** Bookings that one event may name; the smallest ids are kept. */
const mostBookings = 50;

/** The row that a delivery puts: its reading, and the choices of the halves that its settings let through. */
export function rowOf(message: EventMessage, reading: Reading, fate: Fate, contact: ContactKey | undefined): SetRow {
  const { eventId, receivedAt, replay, settings } = message;
  return present({
    v: 1 as const,
    eventId,
    receivedAt,
    replay,
    readerVersion,
    reading,
    contact,
    deal: fate.deal.outcome === 'go' ? dealChoice(settings) : undefined,
    request: fate.request.outcome === 'go' ? requestChoice(settings) : undefined,
  });
}

function dealChoice({ version, useDefaultPipeline, currency }: Deciding): DealChoice {
  return { version, useDefaultPipeline, currency };
}

function requestChoice(settings: Deciding): RequestChoice {
  const { version, requestsFrom, attributeTo, defaultCampaignId, defaultSourceId, defaultSiteId, currency } = settings;
  return present({
    version,
    requestsFrom,
    attributeTo,
    defaultCampaignId,
    defaultSourceId,
    defaultSiteId,
    currency,
  });
}

/** An event belongs to the set of the deal and of every booking that it is about or names; to bookings' only for requests. */
export function setsOf(row: SetRow, salonKey: string): SetRef[] {
  const { dealId } = row.reading;
  const deal: SetRef[] = dealId === undefined ? [] : [{ salonKey, kind: 'deal', id: dealId }];
  if (row.request === undefined) return row.deal === undefined ? [] : deal;
  return [...deal, ...bookingsOf(row.reading).map((id): SetRef => ({ salonKey, kind: 'booking', id }))];
}

/** Ids of the bookings that an event is about or names, its own first. */
export function bookingsOf({ bookingId, bookingIds = [] }: Reading): string[] {
  const own = bookingId === undefined ? [] : [bookingId];
  const others = [...new Set(bookingIds)].filter((id) => id !== bookingId).sort(compare);
  return [...own, ...others].slice(0, mostBookings);
}

/** Ids of the bookings that the events of a deal's set are about or name. */
export function bookingsNamed(rows: SetRow[]): string[] {
  return [...new Set(rows.flatMap((row) => bookingsOf(row.reading)))].sort(compare);
}

/** Of a deal's set, what belongs to every booking that any of its events names: deal events that speak of requests. */
export function rowsForBookings(rows: SetRow[]): SetRow[] {
  return rows
    .filter((row) => row.reading.kind === 'deal' && row.request !== undefined)
    .map((row) => rowFor('booking', row));
}

/** A row as a set of that kind holds it: what it says of a deal is no business of a booking. */
export function rowFor(kind: SetRef['kind'], row: SetRow): SetRow {
  return kind === 'deal' ? row : present({ ...row, deal: undefined });
}
