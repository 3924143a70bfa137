import type { Phone } from '../model/reading.ts';
import { compare } from './order.ts';
import { present } from '../model/present.ts';
import { lastSaid, type Told } from './told.ts';

const mostTraits = 50;

/** Who a record is about: phones and e-mails only grow, the main one is the first that the last event with some lists. */
export function personIn(events: Told[]) {
  const clients = events.map((event) => event.reading.client);
  return present({
    name: lastSaid(events, ({ reading }) => reading.client?.name),
    phone: lastSaid(events, ({ reading }) => reading.client?.phones[0]?.shown),
    email: lastSaid(events, ({ reading }) => reading.client?.emails[0]),
    phones: mergePhones(clients.flatMap((client) => client?.phones ?? [])),
    emails: mergeEmails(clients.flatMap((client) => client?.emails ?? [])),
  });
}

/** Warnings about what the limits cut. */
export function personCuts(events: Told[]): string[] {
  const clients = events.map((event) => event.reading.client);
  const phones = new Set(clients.flatMap((client) => client?.phones ?? []).map(phoneKey));
  const emails = new Set(clients.flatMap((client) => client?.emails ?? []));
  return [...(phones.size > mostTraits ? ['phones: cut'] : []), ...(emails.size > mostTraits ? ['emails: cut'] : [])];
}

/** Each phone once, by its number or else as typed; the 50 smallest. */
export function mergePhones(phones: Phone[]): Phone[] {
  const sorted = phones.toSorted((a, b) => compare(phoneKey(a), phoneKey(b)) || moreTelling(a, b));
  return sorted.filter((phone, i) => i === 0 || phoneKey(phone) !== keyAt(sorted, i - 1)).slice(0, mostTraits);
}

export function mergeEmails(emails: string[]): string[] {
  return [...new Set(emails)].sort(compare).slice(0, mostTraits);
}

function phoneKey(phone: Phone): string {
  return phone.e164 ?? phone.shown;
}

function keyAt(phones: Phone[], index: number): string | undefined {
  const phone = phones[index];
  return phone && phoneKey(phone);
}

function moreTelling(a: Phone, b: Phone): number {
  if ((a.e164 === undefined) !== (b.e164 === undefined)) return a.e164 === undefined ? 1 : -1;
  return compare(a.shown, b.shown);
}
