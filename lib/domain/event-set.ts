import type { DealChoice, Naming, RequestChoice, SetContents, SetRef, SetRow } from '../model/event-set.ts';
import type { EventMessage } from '../model/message.ts';
import { present } from '../model/present.ts';
import { readerVersion, type Read, type Reading } from '../model/reading.ts';
import type { Deciding } from '../model/settings.ts';
import type { ContactKey } from './contact.ts';
import type { Fate } from './fate.ts';
import { compare } from './order.ts';

/** Bookings that one event may name; the smallest ids are kept. */
const mostOfEvent = 50;
/** How many sets may speak with one another. */
export interface SetLimits {
  /** Bookings on whose requests a deal may speak; one that names more is a subscription, and stays one. */
  bookings: number;
  /** Deals that may speak on one booking's request: those with the smallest ids. */
  deals: number;
}
export const setLimits: SetLimits = { bookings: 20, deals: 20 };

/** Whose choices the halves of an event take. */
export interface Choosing {
  deal: Deciding;
  request: Deciding;
}

/** What is known of an event that is to be stored. */
interface Known {
  read: Read;
  fate: Fate;
  contact: ContactKey | undefined;
  choosing: Choosing;
}

/** The row that a delivery puts: its reading with its warnings, and the choices of the halves that its settings let through. */
export function rowOf(message: EventMessage, { read, fate, contact, choosing }: Known): SetRow {
  const { eventId, receivedAt, replay } = message;
  return present({
    v: 1 as const,
    eventId,
    receivedAt,
    replay,
    readerVersion,
    reading: read.reading,
    warnings: read.warnings.length > 0 ? read.warnings : undefined,
    contactUnread: read.contactUnread,
    contact,
    deal: fate.deal.outcome === 'go' ? dealChoice(choosing.deal) : undefined,
    request: fate.request.outcome === 'go' ? requestChoice(choosing.request) : undefined,
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

/** Where an event's row belongs, and the deal that a booking event names beside. */
export interface Belonging {
  /** Absent for an event without an id. */
  own: SetRef | undefined;
  deal: SetRef | undefined;
}

/** A deal event belongs to its deal, a booking event to its booking, one without an id of its own to its deal. */
export function belongingOf({ kind, bookingId, dealId }: Reading, salonKey: string): Belonging {
  const deal: SetRef | undefined = dealId === undefined ? undefined : { salonKey, kind: 'deal', id: dealId };
  if (kind === 'deal' || bookingId === undefined) return { own: deal, deal: undefined };
  return { own: { salonKey, kind: 'booking', id: bookingId }, deal };
}

/** Ids of the bookings that an event names, without its own. */
export function bookingsOf({ bookingIds = [] }: Reading): string[] {
  return [...new Set(bookingIds)].sort(compare).slice(0, mostOfEvent);
}

/** The rows of a set that are its own: before version 2, rows of other sets were copied into it. */
export function ownRows({ kind }: SetRef, rows: SetRow[]): SetRow[] {
  if (kind === 'booking') return rows.filter(({ reading }) => reading.kind === 'booking');
  return rows.filter(({ reading }) => reading.kind === 'deal' || reading.bookingId === undefined);
}

/** Ids of the bookings that a deal's set names: by its events, by links, and by booking events copied into it before version 2. */
export function bookingsNamed({ rows, links }: SetContents): string[] {
  const named = rows.flatMap(({ reading }) =>
    reading.kind === 'booking' && reading.bookingId !== undefined ? [reading.bookingId] : bookingsOf(reading),
  );
  return [...new Set([...links, ...named])].sort(compare);
}

/** Ids of the deals that a booking's set names: by its events, by links, and by deal events copied into it before version 2. */
export function dealsNamed({ rows, links }: Naming): string[] {
  return [...new Set([...links, ...rows.flatMap(({ reading }) => reading.dealId ?? [])])].sort(compare);
}

/** Whether a deal that a booking's set has named is still named by it, or names it: a replay may have moved either. */
export function speaksOn(booking: SetContents, bookingId: string, deal: SetContents, dealId: string): boolean {
  if (booking.rows.some(({ reading }) => reading.dealId === dealId)) return true;
  return bookingsNamed({ rows: deal.rows, links: [] }).includes(bookingId);
}

/** Whether a deal names more bookings than it may speak on; once it did, it is so for good. */
export function isSubscription(deal: SetContents, { bookings }: SetLimits = setLimits): boolean {
  return deal.many !== undefined || bookingsNamed(deal).length > bookings;
}

/** Whether the deal's own request is superseded by those of the bookings that it names. */
export function isSuperseded(deal: SetContents, limits: SetLimits = setLimits): boolean {
  return !isSubscription(deal, limits) && bookingsNamed(deal).length > 0;
}
