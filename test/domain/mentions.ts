import type { SetRow } from '../../lib/model/event-set.ts';
import type { Client } from '../../lib/model/reading.ts';
import { bookingEvent, client, dealEvent, dealOf, requestOf } from './telling.ts';

export const anna = '+79161110001';
export const olga = '+79161110003';

/** What an event says of somebody, and whether it is one of a booking or of its deal. */
export type Mention = ['booking' | 'deal', Partial<Client>];

/** One event a minute. */
export function rowsOf(...mentions: Mention[]): SetRow[] {
  return mentions.map(([kind, said], n) => (kind === 'deal' ? dealEvent : bookingEvent)(n, { client: client(said) }));
}

/** The person of a request after these events: her name, phones, e-mail and whether she cannot be reached. */
export function personAfter(...mentions: Mention[]) {
  const { name, phone, phones, email, noContact } = requestOf(...rowsOf(...mentions));
  return { name, phone, phones: phones.map(({ shown }) => shown), email, noContact };
}

/** Id, name and phones of the contact of a deal after these events. */
export function contactAfter(...said: Partial<Client>[]) {
  const { contact, phones } = dealOf(...rowsOf(...said.map((one): Mention => ['deal', one])));
  return { id: contact?.id, name: contact?.name, phones: phones?.map(({ shown }) => shown) };
}
