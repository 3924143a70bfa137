import { encodeId } from '../model/ids.ts';
import {
  contactSchema,
  referenceSchema,
  type Contact,
  type Reference,
  type ReferenceKind,
} from '../model/references.ts';
import { converge } from './converge.ts';
import { bodyOf, itemOf, keyPart } from './item-body.ts';
import type { Table } from './table.ts';

export interface ReferencesDeps {
  table: Pick<Table, 'get' | 'query' | 'putIf'>;
  /** Commutative, associative and idempotent, so that any order of arrival ends in the same. */
  joinReference: (one: Reference, other: Reference) => Reference;
  joinContact: (one: Contact, other: Contact) => Contact;
}

export interface References {
  saveReference: (salonKey: string, reference: Reference) => Promise<void>;
  /** In the order of their keys. */
  list: (salonKey: string, kind: ReferenceKind) => Promise<Reference[]>;
  saveContact: (salonKey: string, contact: Contact) => Promise<void>;
  contact: (salonKey: string, key: string) => Promise<Contact | undefined>;
}

/** Pipelines, stages, managers, custom fields and contacts of salons: what is saved is joined with what is stored. */
export function references({ table, joinReference, joinContact }: ReferencesDeps): References {
  return {
    saveReference: async (salonKey, reference) => {
      const { pk, sk } = referenceKey(salonKey, reference);
      await converge(table, { pk, sk }, (stored) =>
        itemOf(pk, sk, stored ? joinReference(bodyOf(referenceSchema, stored), reference) : reference),
      );
    },
    list: async (salonKey, kind) =>
      (await table.query(referencePartition(salonKey), `${kind}#`)).map((item) => bodyOf(referenceSchema, item)),
    saveContact: async (salonKey, contact) => {
      const { pk, sk } = contactKey(salonKey, contact.key);
      await converge(table, { pk, sk }, (stored) =>
        itemOf(pk, sk, stored ? joinContact(bodyOf(contactSchema, stored), contact) : contact),
      );
    },
    contact: async (salonKey, key) => {
      const { pk, sk } = contactKey(salonKey, key);
      const stored = await table.get(pk, sk);
      return stored && bodyOf(contactSchema, stored);
    },
  };
}

function referencePartition(salonKey: string): string {
  return `${salonKey}#ref`;
}

function referenceKey(salonKey: string, { kind, key }: Reference) {
  return { pk: referencePartition(salonKey), sk: `${kind}#${keyPart(key)}` };
}

function contactKey(salonKey: string, key: string) {
  return { pk: `${salonKey}#contact#${encodeId(key)}`, sk: 'contact' };
}
