import type { SetRow } from '../model/event-set.ts';
import { present } from '../model/present.ts';
import type { Reading } from '../model/reading.ts';
import type { Contact, ListedContact } from '../model/references.ts';
import { hmac } from './hmac.ts';
import { compare, smallest } from './order.ts';
import { mergeEmails, mergePhones } from './person.ts';
import { joinTuples, nameIn, tupleAt } from './register.ts';
import { clampedTime, versionOf } from './time.ts';

/** `byId`: the sender's own client id; else an HMAC, so that no phone stands in a key. */
export type ContactKey = NonNullable<SetRow['contact']>;

/** The client id, else HMAC of the event's smallest E.164, else of its smallest e-mail. `secret`: the account's, base64. */
export function contactOf({ client }: Reading, secret: string): ContactKey | undefined {
  if (client === undefined) return undefined;
  if (client.id !== undefined) return { key: client.id, byId: true };
  const trait = smallest(client.phones.map((phone) => phone.e164)) ?? smallest(client.emails);
  return trait === undefined ? undefined : { key: hmac(secret, trait, 'hex'), byId: false };
}

/** The contact record that a delivery tells of; undefined when it names nobody who could be told apart. */
export function contactRecordOf({ reading, contact, receivedAt }: SetRow): Contact | undefined {
  if (contact === undefined) return undefined;
  const version = versionOf(reading, receivedAt);
  return present({
    v: 2 as const,
    key: contact.key,
    id: contact.byId ? contact.key : undefined,
    tuples: tupleAt({ name: reading.client?.name }, version),
    phones: mergePhones(reading.client?.phones ?? []),
    emails: mergeEmails(reading.client?.emails ?? []),
    createdDateTime: smallest([version, clampedTime(reading.createdAt, receivedAt)?.at]) ?? version,
  });
}

/** A contact as its list shows it. */
export function listedContact({
  key,
  id,
  tuples,
  phones,
  emails,
  createdDateTime,
}: Contact): Omit<ListedContact, 'salon'> {
  return present({ key, id, name: nameIn(tuples), phones: phones.map(({ shown }) => shown), emails, createdDateTime });
}

/** A join: names as registers are joined, all phones and e-mails (the 50 smallest), the earliest creation. */
export function mergeContact(a: Contact, b: Contact): Contact {
  return present({
    v: 2 as const,
    key: a.key,
    id: smallest([a.id, b.id]),
    tuples: joinTuples(a.tuples, b.tuples),
    phones: mergePhones([...a.phones, ...b.phones]),
    emails: mergeEmails([...a.emails, ...b.emails]),
    createdDateTime: compare(a.createdDateTime, b.createdDateTime) < 0 ? a.createdDateTime : b.createdDateTime,
  });
}
