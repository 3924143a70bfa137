import type { StoredRow } from '../model/event-set.ts';
import type { Reading } from '../model/reading.ts';
import { hmac } from './hmac.ts';

/** What a person can be found by. */
export type TraitKind = 'phone' | 'email' | 'contact';
/** The sender's ids that a line without a record can be found by: of bookings, of deals, of the event. */
export type IdKind = (typeof idKinds)[number];
export const idKinds = ['booking', 'deal', 'event'] as const;

/**
 * HMAC of what a person, or a line without a record, can be found by: a phone in E.164, an e-mail in lower case, a salon's key of
 * a contact, an id as the sender says it. `secret`: the account's, base64.
 */
export function traitOf(secret: string, kind: TraitKind | IdKind, value: string): string {
  return hmac(secret, `${kind}\n${value}`, 'base64url');
}

/** A contact's key is one of its salon. */
export function contactTrait(secret: string, salonKey: string, key: string): string {
  return traitOf(secret, 'contact', contactValue(salonKey, key));
}

export function contactValue(salonKey: string, key: string): string {
  return `${salonKey}\n${key}`;
}

/** All by which the persons of rows can be found: one HMAC a value, however many rows say it. */
export function traitsOf(secret: string, salonKey: string, rows: Pick<StoredRow, 'reading' | 'contact'>[]): string[] {
  const phones = rows.flatMap(({ reading }) => reading?.client?.phones ?? []).flatMap(({ e164 }) => e164 ?? []);
  const emails = rows.flatMap(({ reading }) => reading?.client?.emails ?? []);
  const contacts = rows.flatMap(({ contact }) => contact?.key ?? []);
  return [
    ...distinct(phones).map((phone) => traitOf(secret, 'phone', phone)),
    ...distinct(emails).map((email) => traitOf(secret, 'email', email)),
    ...distinct(contacts).map((key) => contactTrait(secret, salonKey, key)),
  ].sort();
}

function distinct(values: string[]): string[] {
  return [...new Set(values)];
}

/** Bookings of one event by which its line can be found. */
const mostBookings = 5;

/** The ids by which a line can be found that made no record. */
export function idTraitsOf(
  secret: string,
  { bookingId, dealId, bookingIds = [] }: Pick<Reading, 'bookingId' | 'dealId' | 'bookingIds'>,
  senderEventId: string | undefined,
): string[] {
  const bookings = [...new Set([bookingId, ...bookingIds])].filter((id) => id !== undefined).slice(0, mostBookings);
  return [
    ...bookings.map((id) => traitOf(secret, 'booking', id)),
    ...(dealId === undefined ? [] : [traitOf(secret, 'deal', dealId)]),
    ...(senderEventId === undefined ? [] : [traitOf(secret, 'event', senderEventId)]),
  ];
}
