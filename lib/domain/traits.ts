import { createHmac } from 'node:crypto';
import type { StoredRow } from '../model/event-set.ts';

/** What a person can be found by. */
export type TraitKind = 'phone' | 'email' | 'contact';

/** HMAC of what a person can be found by: a phone in E.164, an e-mail in lower case, a salon's key of a contact. `secret`: the account's, base64. */
export function traitOf(secret: string, kind: TraitKind, value: string): string {
  return createHmac('sha256', Buffer.from(secret, 'base64')).update(`${kind}\n${value}`).digest('base64url');
}

/** A contact's key is one of its salon. */
export function contactTrait(secret: string, salonKey: string, key: string): string {
  return traitOf(secret, 'contact', contactValue(salonKey, key));
}

export function contactValue(salonKey: string, key: string): string {
  return `${salonKey}\n${key}`;
}

/** All by which the person of a row can be found. */
export function traitsOf(
  secret: string,
  salonKey: string,
  { reading, contact }: Pick<StoredRow, 'reading' | 'contact'>,
): string[] {
  const { phones = [], emails = [] } = reading?.client ?? {};
  const known = [
    ...phones.flatMap(({ e164 }) => (e164 === undefined ? [] : [traitOf(secret, 'phone', e164)])),
    ...emails.map((email) => traitOf(secret, 'email', email)),
    ...(contact === undefined ? [] : [contactTrait(secret, salonKey, contact.key)]),
  ];
  return [...new Set(known)].sort();
}
