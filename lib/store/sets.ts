import { encodeId } from '../model/ids.ts';
import { setRowSchema, type SetRef, type SetRow } from '../model/event-set.ts';
import { foldedDealSchema, foldedRequestSchema, type FoldedDeal, type FoldedRequest } from '../model/records.ts';
import { bodyOf } from './item-body.ts';
import type { Item, Table } from './table.ts';

/** The records that a set may be folded into. */
export type ViewName = 'deal' | 'request';

export const viewPrefix = 'v#';
const rowPrefix = 'e#';

export function setPartition({ salonKey, kind, id }: SetRef): string {
  return `${salonKey}#${kind}#${encodeId(id)}`;
}

export function viewKey(name: ViewName): string {
  return `${viewPrefix}${name}`;
}

/** Prefix of the rows of one event: one for each of its deliveries. */
export function eventPrefix(eventId: string): string {
  return `${rowPrefix}${eventId}#`;
}

export function rowKey({ eventId, receivedAt }: SetRow): string {
  return `${eventPrefix(eventId)}${receivedAt}`;
}

export function rowOf(item: Item): SetRow {
  return bodyOf(setRowSchema, item);
}

/** All rows of a set, read consistently. */
export async function readRows(table: Pick<Table, 'query'>, set: SetRef): Promise<SetRow[]> {
  return (await table.query(setPartition(set), rowPrefix)).map(rowOf);
}

/** The deal that a set was folded into; undefined when it makes none. */
export async function readDeal(table: Pick<Table, 'get'>, set: SetRef): Promise<FoldedDeal | undefined> {
  const item = await readView(table, set, 'deal');
  return item && bodyOf(foldedDealSchema, item);
}

/** The request that a set was folded into; undefined when it makes none. */
export async function readRequest(table: Pick<Table, 'get'>, set: SetRef): Promise<FoldedRequest | undefined> {
  const item = await readView(table, set, 'request');
  return item && bodyOf(foldedRequestSchema, item);
}

/** A view without a body says that the set was folded and makes no such record. */
async function readView(table: Pick<Table, 'get'>, set: SetRef, name: ViewName): Promise<Item | undefined> {
  const item = await table.get(setPartition(set), viewKey(name));
  return item?.['body'] === undefined ? undefined : item;
}
