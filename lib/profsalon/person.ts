import { present } from '../model/present.ts';
import type { Client, Phone } from '../model/reading.ts';
import type { Kind } from '../model/words.ts';
import { emailOf } from '../reading/email.ts';
import { flat, isBlank, joined, type Fields } from '../reading/fields.ts';
import type { Names } from '../reading/folded-name.ts';
import { openText, type Node } from '../reading/node.ts';
import type { Warn } from '../reading/notes.ts';
import { phonesOf } from '../reading/phone.ts';
import { digits, itemsIn, unwrapped, type NamesOfText } from '../reading/shapes.ts';
import { entitiesDecoded } from '../reading/text.ts';
import type { Values } from '../reading/values.ts';
import { partNames, personNames } from './names.ts';

const names = partNames.person;
/** Phones, and e-mails, of one event that are read. */
const most = 100;

/** The client of a booking, or the contact of a deal; undefined when nothing is said of one. */
export function personOf(object: Fields, kind: Kind, values: Values, warn: Warn): Client | undefined {
  const fields = fieldsOfPerson(object, kind, values);
  const phones = textsIn(fields, names.phone, warn).flatMap(({ text }) => phonesOf(text, most));
  const emails = textsIn(fields, names.email, warn).flatMap((said) => emailsIn(said, warn));
  values.skip(fields, names.visitsCount);
  const client: Client = {
    ...present({ id: values.id(fields, names.id), name: nameOf(fields, values) }),
    phones: distinct(phones).slice(0, most),
    emails: [...new Set(emails)].slice(0, most),
  };
  return (client.id ?? client.name ?? client.phones[0] ?? client.emails[0]) ? client : undefined;
}

/** The person's own object, the first of several, what stands flat under its names, and what stands flat by itself. */
function fieldsOfPerson(object: Fields, kind: Kind, values: Values): Fields {
  const inside = [...object.find(personNames.one), ...object.find(personNames.guest).filter(isPerson)].map((node) =>
    values.inside(node, namesOf),
  );
  const first = object.find(personNames.several).map((node) => values.inside(node, namesOf));
  const guest = without(flat(object, personNames.guest), names.id);
  const flatOne = withoutDots(flat(object, personNames.one));
  const hasObject = [...object.find(personNames.one), ...object.find(personNames.several)].some(isPerson);
  return joined(...inside, ...first, flatOne, guest, ownFields(object, kind, hasObject));
}

/** What may stand in the person's place without being one: words of a guest, digits of a visitor; what says nothing is read. */
function isPerson(node: Node): boolean {
  openText(node);
  node.taken ||= isBlank(node.value);
  return typeof node.value === 'object' && !isBlank(node.value);
}

/** A person's fields among those of a booking or a deal. A booking's `name` is the person's only in the company of a phone, an e-mail or a surname; a deal's is the deal's. */
function ownFields(object: Fields, kind: Kind, hasObject: boolean): Fields {
  const company = [...names.phone, ...names.email, ...names.lastName];
  const isNamed = kind === 'booking' && !hasObject && object.find(company).some(({ value }) => !isBlank(value));
  const [plain, ...others] = names.name;
  const nameNames = isNamed && plain !== undefined ? [plain, ...others] : others;
  return {
    find: (asked) => {
      if (asked === names.id || asked === names.visitsCount) return [];
      return object.find(asked === names.name ? nameNames : asked);
    },
  };
}

/** Whether a booking's own `name` is a person's. */
export function namesPerson(object: Fields, kind: Kind): boolean {
  const hasObject = [...object.find(personNames.one), ...object.find(personNames.several)].some(isPerson);
  return ownFields(object, kind, hasObject)
    .find(names.name)
    .some(({ name }) => name.toLowerCase() === 'name');
}

function without(fields: Fields, left: Names): Fields {
  return { find: (asked) => (asked === left ? [] : fields.find(asked)) };
}

/** A `client_id` with a dot is Google Analytics'. */
function withoutDots(fields: Fields): Fields {
  return {
    find: (asked) => {
      const found = fields.find(asked);
      return asked === names.id ? found.filter(({ value }) => typeof value !== 'string' || isClientId(value)) : found;
    },
  };
}

export const dotted = /^\s?\d{1,30}\.\d{0,30}[1-9]/;

function isClientId(value: string): boolean {
  return !dotted.test(value);
}

export const tenDigits = /^9\d{9}$/;
const longestId = 10;

/** A text that is a phone or an e-mail is that; else digits are an id, up to ten of them, and a word is a name. */
const namesOf: NamesOfText = (text) => {
  if (isEmail(text)) return names.email;
  const isNumber = digits.test(text);
  if (isPhone(text) && !(isNumber && text.length <= longestId && !tenDigits.test(text))) return names.phone;
  if (isNumber) return text.length <= longestId ? names.id : undefined;
  return names.name;
};

function isEmail(text: string): boolean {
  return typeof emailOf(text) === 'object';
}

/** Digits with what people write between them, and an extension. */
export const phoneForm = /^[\d\s+().,;/-]{5,60}(?:#|доб|вн|ext|$)/i;

function isPhone(text: string): boolean {
  return phoneForm.test(text.slice(0, 100)) && phonesOf(text, 1).some(({ e164 }) => e164 !== undefined);
}

/** The whole name, else first, middle and last; a surname beside a name that does not contain it is added. */
function nameOf(fields: Fields, { text }: Values): string | undefined {
  const whole = text(fields, names.name);
  const [first, middle, last] = [names.firstName, names.middleName, names.lastName].map((name) => text(fields, name));
  if (whole === undefined) return [first, middle, last].filter((part) => part !== undefined).join(' ') || undefined;
  return last === undefined || whole.toLowerCase().includes(last.toLowerCase()) ? whole : `${whole} ${last}`;
}

interface Said {
  text: string;
  node: Node;
}

export const betweenEmails = /[,;]/;

/** Texts that stand alone or in lists, in the order of the names. */
function textsIn(fields: Fields, asked: Names, warn: Warn): Said[] {
  return fields.find(asked).flatMap((node): Said[] => {
    if (typeof node.value === 'string' && !node.value.trimStart().startsWith('[')) {
      node.taken = true;
      return isBlank(node.value) ? [] : [{ text: node.value, node }];
    }
    const items = itemsIn(node, { pieces: betweenEmails, most }, warn) ?? [];
    return items.flatMap((item) => textIn(unwrapped(item), warn));
  });
}

function textIn(node: Node, warn: Warn): Said[] {
  node.taken = true;
  if (isBlank(node.value)) return [];
  if (typeof node.value === 'string') return [{ text: node.value, node }];
  warn(node, 'not_text');
  return [];
}

/** Cut like phones; what people write for none is none. */
function emailsIn({ text, node }: Said, warn: Warn): string[] {
  // Decoded before it is cut: an entity ends with a semicolon.
  return entitiesDecoded(text)
    .split(betweenEmails, most)
    .flatMap((piece) => {
      const said = emailOf(piece);
      if (said === undefined) warn(node, 'not_an_email');
      return said === undefined || said === 'none' ? [] : [said.email];
    });
}

function distinct(phones: Phone[]): Phone[] {
  const seen = new Set<string>();
  return phones.filter(({ shown }) => !seen.has(shown) && seen.add(shown));
}
