import { decodeId } from '../model/ids.ts';
import { sentSchema, type OutboundKind, type OutboundRecord, type StoredSent } from '../model/outbound-state.ts';
import { bodyOf } from './item-body.ts';
import { contactKey } from './references.ts';
import { setOfPartition, setPartition, viewKey } from './sets.ts';
import type { Table } from './table.ts';

/** Where a record stands that is sent. */
export function placeOf(record: OutboundRecord): { pk: string; sk: string } {
  if (record.kind === 'contact') return contactKey(record.salonKey, record.key);
  return { pk: setPartition(record.set), sk: viewKey(record.kind) };
}

/** What is known of it at the receiver stands beside it. */
export function sentKey({ kind }: Pick<OutboundRecord, 'kind'>): string {
  return `sent#${kind}`;
}

/** With what it was joined there stands beside it, too. */
export function joinedKey({ pk }: { pk: string }): { pk: string; sk: string } {
  return { pk, sk: 'joined#deal' };
}

/** The record of a kind that stands in a partition; undefined for what is none. */
export function recordOf(kind: OutboundKind, pk: string): OutboundRecord | undefined {
  if (kind !== 'contact') {
    const set = setOfPartition(pk);
    return set && { kind, set };
  }
  const [salonKey = '', , key = ''] = pk.split('#');
  return { kind, salonKey, key: decodeId(key) };
}

export async function readSent(table: Pick<Table, 'get'>, record: OutboundRecord): Promise<StoredSent> {
  const item = await table.get(placeOf(record).pk, sentKey(record));
  return { value: item && bodyOf(sentSchema, item), rev: item?.rev };
}
