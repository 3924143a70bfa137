import type { Client, Manager, Phone } from '../model/reading.ts';
import type { Named } from '../model/words.ts';
import { cleanKey } from './clean.ts';
import { findAll, isBlank, itemsOf, type Fields, type Found } from './fields.ts';
import { objectNames, partNames } from './names.ts';
import type { Warn } from './notes.ts';
import { phonesOf } from './phone.ts';
import { present } from '../model/present.ts';
import type { Values } from './values.ts';

/**
 * The client of a booking, or the contact of a deal; undefined when nothing is said of one. With all phones and e-mails:
 * which of them a record keeps is left to its fold.
 */
export function clientOf(object: Fields, { part, id, text }: Values, warn: Warn): Client | undefined {
  const names = partNames.client;
  const fields = part(object, objectNames.client, names);
  const phones = textsIn(fields, [...names.phone, ...names.phones], warn).flatMap(({ text: said }) => phonesOf(said));
  const emails = textsIn(fields, [...names.email, ...names.emails], warn).flatMap((said) => emailsOf(said, warn));
  const client: Client = {
    ...present({ id: id(fields, names.id), name: text(fields, names.name) }),
    phones: distinct(phones),
    emails: [...new Set(emails)],
  };
  return (client.id ?? client.name ?? client.phones[0] ?? client.emails[0]) ? client : undefined;
}

export function staffOf(object: Fields, { part, id, text }: Values): Named | undefined {
  const fields = part(object, objectNames.staff, partNames.staff);
  return saying({ id: id(fields, partNames.staff.id), name: text(fields, partNames.staff.name) });
}

export function managerOf(object: Fields, { part, id, text }: Values): Manager | undefined {
  const names = partNames.manager;
  const fields = part(object, objectNames.manager, names);
  return saying({
    id: id(fields, names.id) ?? id(object, objectNames.managerId),
    name: text(fields, names.name),
    role: text(fields, names.role),
  });
}

/** An object without its undefined fields, or undefined when none is left. */
export function saying<T extends object>(value: T): ReturnType<typeof present<T>> | undefined {
  return Object.values(value).some((inner) => inner !== undefined) ? present(value) : undefined;
}

interface Said {
  text: string;
  path: string;
}

/** Texts that stand alone or in lists, in the order of the names. */
function textsIn(fields: Fields, names: readonly string[], warn: Warn): Said[] {
  const values = findAll(fields, names).flatMap((found): Found[] => itemsOf(found) ?? [found]);
  return values.flatMap(({ value, path }) => {
    if (isBlank(value)) return [];
    if (typeof value === 'string') return [{ text: value, path }];
    warn(path, 'not_text');
    return [];
  });
}

/** Cut like phones; what people write for none is none. */
function emailsOf({ text, path }: Said, warn: Warn): string[] {
  const pieces = text.split(/[,;]/).map((piece) => cleanKey(piece).toLowerCase());
  return pieces.filter((email) => {
    if (['', '-', 'нет'].includes(email)) return false;
    const usable = email.length <= 254 && /^[^\s@]+@[^\s@]+$/.test(email);
    if (!usable) warn(path, 'not_an_email');
    return usable;
  });
}

function distinct(phones: Phone[]): Phone[] {
  const seen = new Set<string>();
  return phones.filter(({ shown }) => !seen.has(shown) && seen.add(shown));
}
