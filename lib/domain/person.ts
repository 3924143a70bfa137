import type { Client, Phone } from '../model/reading.ts';
import { plainName } from './named.ts';
import { compare } from './order.ts';
import type { Told } from './told.ts';

const mostTraits = 50;

/** Who a record is about. */
export interface Person {
  /** The sender's id of her, the last said. */
  id: string | undefined;
  name: string | undefined;
  /** The main one: the first that the last event with phones lists. */
  phone: string | undefined;
  email: string | undefined;
  phones: Phone[];
  emails: string[];
  /** Whether she can be reached: by a phone that is a number, or by e-mail. */
  reachable: boolean;
  /** Whether the limits cut phones, and e-mails. */
  cuts: string[];
}

/** What an event says of somebody. */
interface Mention {
  client: Client;
}

/** Of a deal: by its events. */
export function personOfDeal(events: Told[]): Person {
  return shown(mentionsOfHer(mentionsIn(events)));
}

/**
 * Of a request: by booking events, where any gave a client, else by deal events. While no booking event brought a phone or an
 * e-mail, these, and a name when none was said, are those of the deal events' person.
 */
export function personOfRequest(bookings: Told[], deals: Told[]): Person {
  const byBookings = mentionsIn(bookings);
  if (byBookings.length === 0) return personOfDeal(deals);
  const person = shown(mentionsOfHer(byBookings));
  if (byBookings.some(({ client }) => client.phones.length > 0 || client.emails.length > 0)) return person;
  const other = personOfDeal(deals);
  return { ...other, id: person.id, name: person.name ?? other.name };
}

function mentionsIn(events: Told[]): Mention[] {
  return events.flatMap(({ reading: { client } }) => (client === undefined ? [] : [{ client }]));
}

/** The mentions of the person last named. Those without an id, or with an id alone, are of whom was named last before them (of the first, when nobody was). */
function mentionsOfHer(mentions: Mention[]): Mention[] {
  const one = samePersons(mentions);
  const naming = mentions.find(namesSomebody);
  let person = naming?.client.id === undefined ? undefined : one(naming.client.id);
  const of = mentions.map((mention) => {
    const { id } = mention.client;
    if (namesSomebody(mention) && id !== undefined) person = one(id);
    return person;
  });
  return mentions.filter((_, at) => of[at] === person);
}

/** A client id names a person only together with a name, a phone or an e-mail. */
function namesSomebody({ client: { id, name, phones, emails } }: Mention): boolean {
  return id !== undefined && (name !== undefined || phones.length > 0 || emails.length > 0);
}

/** What is known of a client id: usable phones and e-mails, and names. */
interface Known {
  traits: Set<string>;
  names: Set<string>;
}

/**
 * Ids that are one person have one name here. Two are when they share a phone or an e-mail, or when one of the two never came
 * with either and their names are equal.
 */
function samePersons(mentions: Mention[]): (id: string) => string {
  const known = knownOfIds(mentions);
  const up = new Map<string, string>();
  const top = (id: string): string => {
    const above = up.get(id);
    return above === undefined ? id : top(above);
  };
  const unite = (a: string, b: string) => {
    const [one, other] = [top(a), top(b)];
    if (one !== other) up.set(compare(one, other) < 0 ? other : one, compare(one, other) < 0 ? one : other);
  };
  uniteBy(known, ({ traits }) => traits, unite);
  uniteNameless(known, unite);
  return top;
}

function knownOfIds(mentions: Mention[]): Map<string, Known> {
  const known = new Map<string, Known>();
  for (const { client } of mentions) {
    if (client.id === undefined) continue;
    const of = known.get(client.id) ?? { traits: new Set(), names: new Set() };
    known.set(client.id, of);
    for (const { e164 } of client.phones) if (e164 !== undefined) of.traits.add(e164);
    for (const email of client.emails) of.traits.add(email);
    if (client.name !== undefined) of.names.add(plainName(client.name));
  }
  return known;
}

type Unite = (a: string, b: string) => void;

/** Unites those of which one has what another has. */
function uniteBy(known: Map<string, Known>, of: (known: Known) => Set<string>, unite: Unite): void {
  const first = new Map<string, string>();
  for (const [id, one] of known) {
    for (const value of of(one)) {
      const other = first.get(value);
      if (other === undefined) first.set(value, id);
      else unite(id, other);
    }
  }
}

/** Ids without phone and e-mail, with all of an equal name. */
function uniteNameless(known: Map<string, Known>, unite: Unite): void {
  const byName = new Map<string, string[]>();
  for (const [id, { names }] of known) {
    for (const name of names) byName.set(name, [...(byName.get(name) ?? []), id]);
  }
  for (const ids of byName.values()) {
    const bare = ids.find((id) => known.get(id)?.traits.size === 0);
    if (bare !== undefined) for (const id of ids) unite(bare, id);
  }
}

function shown(mentions: Mention[]): Person {
  const clients = mentions.map(({ client }) => client);
  const phones = clients.flatMap((client) => client.phones);
  const emails = clients.flatMap((client) => client.emails);
  return {
    id: clients.findLast(({ id }) => id !== undefined)?.id,
    name: clients.findLast(({ name }) => name !== undefined)?.name,
    phone: clients.findLast((client) => client.phones.length > 0)?.phones[0]?.shown,
    email: clients.findLast((client) => client.emails.length > 0)?.emails[0],
    phones: mergePhones(phones),
    emails: mergeEmails(emails),
    reachable: emails.length > 0 || phones.some(({ e164 }) => e164 !== undefined),
    cuts: [
      ...(new Set(phones.map(phoneKey)).size > mostTraits ? ['phones: cut'] : []),
      ...(new Set(emails).size > mostTraits ? ['emails: cut'] : []),
    ],
  };
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
