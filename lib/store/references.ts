import * as v from 'valibot';
import { encodeId, isTestKey } from '../model/ids.ts';
import { canonicalJson } from '../model/json.ts';
import {
  contactSchema,
  contactV1Schema,
  listedContactSchema,
  referenceSchema,
  referenceV1Schema,
  type Contact,
  type ListedContact,
  type Reference,
  type ReferenceKind,
} from '../model/references.ts';
import { listAttributes, monthPartitions } from './listing.ts';
import { readPage, type Paged, type Paging } from './page.ts';
import { tables } from '../model/tables.ts';
import { converge, turns } from './converge.ts';
import { bodyOf, itemOf, keyPart } from './item-body.ts';
import type { MarkPending } from './pending.ts';
import type { Item, Table } from './table.ts';
import { warmFacts, type Warm } from './warm.ts';

export interface ReferencesDeps {
  table: Pick<Table, 'get' | 'query' | 'putIf'>;
  /** Commutative, associative and idempotent, so that any order of arrival ends in the same. */
  joinReference: (one: Reference, other: Reference) => Reference;
  joinContact: (one: Contact, other: Contact) => Contact;
  listed: (contact: Contact) => Omit<ListedContact, 'salon'>;
  /** Marks a contact that is put as changed since it was last sent. */
  mark: MarkPending;
  now: () => Date;
}

export interface ContactsQuery extends Paging<ListedContact> {
  accountKey: string;
}

export interface References {
  saveReference: (salonKey: string, reference: Reference) => Promise<void>;
  /** In the order of their keys. */
  list: (salonKey: string, kind: ReferenceKind) => Promise<Reference[]>;
  /** `accountKey`: in whose list it stands. */
  saveContact: (salonKey: string, contact: Contact, accountKey: string) => Promise<void>;
  contact: (salonKey: string, key: string) => Promise<Contact | undefined>;
  /** Puts a contact as what is left of it makes it; empty when nothing does. */
  remakeContact: (
    contact: { accountKey: string; salonKey: string; key: string },
    remake: () => Promise<Contact | undefined>,
  ) => Promise<void>;
  /** Drops what this process knows to be stored. */
  forget: () => void;
}

/** Contacts of an account by their `createdDateTime`. */
export function contactsList(table: Pick<Table, 'list'>) {
  return ({ accountKey, ...paging }: ContactsQuery): Promise<Paged<ListedContact>> =>
    readPage(table, {
      ...paging,
      index: tables.records.indexes[0],
      partitions: monthPartitions(accountKey, 'contact', paging.from, paging.to),
      read: ({ summary }) => v.parse(listedContactSchema, JSON.parse(summary)),
    });
}

const storedReference = v.union([referenceSchema, referenceV1Schema]);
const storedContact = v.union([contactSchema, contactV1Schema]);

/** Pipelines, stages, managers, staff, custom fields and contacts of salons: what is saved is joined with what is stored. */
export function references(deps: ReferencesDeps): References {
  const { table, joinReference, joinContact, listed, now } = deps;
  const knownReferences = warmFacts<Reference>(now);
  const knownContacts = warmFacts<Contact>(now);
  return {
    saveReference: (salonKey, reference) =>
      save(
        { table, known: knownReferences, join: joinReference, schema: storedReference, itemOf },
        referenceKey(salonKey, reference),
        reference,
      ),
    list: (salonKey, kind) => list(table, joinReference, salonKey, kind),
    saveContact: (salonKey, contact, accountKey) =>
      save(
        {
          table: markingTable(deps, accountKey, salonKey),
          known: knownContacts,
          join: joinContact,
          schema: storedContact,
          itemOf: listedContact(listed, accountKey, salonKey),
        },
        contactKey(salonKey, contact.key),
        contact,
      ),
    contact: async (salonKey, key) => {
      const { pk, sk } = contactKey(salonKey, key);
      const stored = await table.get(pk, sk);
      return stored && contactIn(stored);
    },
    remakeContact: ({ accountKey, salonKey, key }, remake) =>
      turns('a contact', async () => {
        const { pk, sk } = contactKey(salonKey, key);
        const marking = markingTable(deps, accountKey, salonKey);
        const stored = await marking.get(pk, sk);
        if (stored === undefined) return { done: undefined };
        const { createdDateTime } = bodyOf(storedContact, stored);
        const nothing: Contact = { v: 2, key, tuples: [], phones: [], emails: [], createdDateTime };
        const item = listedContact(listed, accountKey, salonKey)(pk, sk, (await remake()) ?? nothing);
        knownContacts.forget();
        return item.rev === stored.rev || (await marking.putIf(item, stored.rev)) ? { done: undefined } : undefined;
      }),
    forget: () => {
      knownReferences.forget();
      knownContacts.forget();
    },
  };
}

/** Marks what it puts in the place of what it has last read; contacts of tests are not sent. */
function markingTable(
  { table, mark }: ReferencesDeps,
  accountKey: string,
  salonKey: string,
): Pick<Table, 'get' | 'putIf'> {
  if (isTestKey(salonKey)) return table;
  let stored: Item | undefined;
  return {
    get: async (pk, sk) => (stored = await table.get(pk, sk)),
    putIf: async (item, rev) => table.putIf({ ...item, ...(await mark(accountKey, 'contact', { stored })) }, rev),
  };
}

interface Saving<T> {
  table: Pick<Table, 'get' | 'putIf'>;
  /** What is stored, as far as this process has read or written it. */
  known: Warm<T>;
  join: (one: T, other: T) => T;
  schema: v.GenericSchema<unknown, T>;
  itemOf: (pk: string, sk: string, value: T) => Item;
}

/** What adds nothing to what this process knows to be stored is not even read. */
async function save<T>(
  { table, known, join, schema, itemOf: itemWithKey }: Saving<T>,
  key: { pk: string; sk: string },
  said: T,
): Promise<void> {
  const { pk, sk } = key;
  const name = `${pk} ${sk}`;
  const itemWith = (stored: T | undefined) => itemWithKey(pk, sk, stored === undefined ? said : join(stored, said));
  const warm = known.get(name);
  if (warm !== undefined && canonicalJson(join(warm, said)) === canonicalJson(warm)) return;
  const stored = await converge(table, key, (item) => itemWith(item && bodyOf(schema, item)));
  if (stored !== undefined) known.set(name, bodyOf(schema, stored));
}

/** One partition a kind; version 1 kept all kinds of a salon in one. */
async function list(
  table: Pick<Table, 'query'>,
  join: ReferencesDeps['joinReference'],
  salonKey: string,
  kind: ReferenceKind,
): Promise<Reference[]> {
  const [items, old] = await Promise.all([
    table.query(referencePartition(salonKey, kind), ''),
    table.query(`${salonKey}#ref`, `${kind}#`),
  ]);
  const byKey = new Map<string, Reference>();
  for (const reference of [...old, ...items].map(referenceOf)) {
    const known = byKey.get(reference.key);
    byKey.set(reference.key, known === undefined ? reference : join(known, reference));
  }
  return [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** A contact stands in the account's list by its creation; those of before are listed with their next mention. */
function listedContact(listed: ReferencesDeps['listed'], accountKey: string, salonKey: string) {
  return (pk: string, sk: string, contact: Contact): Item => {
    const { createdDateTime, key } = contact;
    const item = itemOf(pk, sk, contact);
    const shown = { dateTime: createdDateTime, summary: { ...listed(contact), salon: salonKey } };
    return {
      ...item,
      rev: `listed:${item.rev}`,
      ...listAttributes({ accountKey, salonKey }, 'contact', `${salonKey}.${encodeId(key)}`, shown),
    };
  };
}

function referenceOf(item: Item): Reference {
  return bodyOf(storedReference, item);
}

export function referencePartition(salonKey: string, kind: ReferenceKind): string {
  return `${salonKey}#ref#${kind}`;
}

function referenceKey(salonKey: string, { kind, key }: Reference) {
  return { pk: referencePartition(salonKey, kind), sk: keyPart(key) };
}

export function contactIn(item: Item): Contact {
  return bodyOf(storedContact, item);
}

export function contactKey(salonKey: string, key: string) {
  return { pk: `${salonKey}#contact#${encodeId(key)}`, sk: 'contact' };
}
