import * as v from 'valibot';
import { foldedDealSchema, type FoldedDeal } from '../model/deal.ts';
import {
  storedRowSchema,
  type ChoiceAct,
  type Naming,
  type ReadSet,
  type SetRef,
  type SetRow,
  type StoredRow,
} from '../model/event-set.ts';
import { encodeId, setOfKey } from '../model/ids.ts';
import { newChoicesSchema } from '../model/job.ts';
import { foldedRequestSchema } from '../model/request.ts';
import { foldedDealV1Schema, foldedRequestV1Schema } from '../model/stored-v1.ts';
import type { OwnRequest } from '../model/views.ts';
import { bodyOf, itemOf, keyPart, textOf, itemVersion } from './item-body.ts';
import { withDate } from './listing.ts';
import { rowMemory } from './row-memory.ts';
import type { Item, Table } from './table.ts';

/** The records that a set may be folded into. */
export type ViewName = 'deal' | 'request';

export const viewPrefix = 'v#';
/** Rows, choices, links and `many` stand side by side, so that one query reads them all; links and `many` can be read alone. */
const contentsPrefix = 'e';
const rowPrefix = 'e#';
const choicePrefix = 'ec#';
const linkPrefix = 'el#';
export const manyKey = 'el';

export function setPartition({ salonKey, kind, id }: SetRef): string {
  return `${salonKey}#${kind}#${encodeId(id)}`;
}

/** The set of a partition; undefined for a partition that is none. */
export function setOfPartition(pk: string): SetRef | undefined {
  const [salonKey = '', kind = '', id = '', ...rest] = pk.split('#');
  return rest.length === 0 ? setOfKey(salonKey, kind, id) : undefined;
}

export function viewKey(name: ViewName): string {
  return `${viewPrefix}${name}`;
}

/** Prefix of the rows of one event: one for each of its deliveries. */
export function eventPrefix(eventId: string): string {
  return `${rowPrefix}${eventId}#`;
}

export function rowKey({ eventId, receivedAt }: StoredRow): string {
  return `${eventPrefix(eventId)}${receivedAt}`;
}

/** A row of a set; read anew only when this process has not read it before. */
export const rowOf = rowMemory((item) => {
  const text = textOf(item) ?? '';
  return { row: v.parse(storedRowSchema, JSON.parse(text)), units: text.length };
});

const linkSchema = v.object({ v: v.literal(2), id: v.string() });
const manySchema = v.object({ v: v.literal(2), state: v.picklist(['open', 'done']) });

const choiceSchema = v.object({ v: v.literal(2), number: v.number(), choices: newChoicesSchema });

/** An act of choosing. */
export function choiceItem(set: SetRef, { number, choices }: ChoiceAct): Item {
  return itemOf(setPartition(set), `${choicePrefix}${number}`, { v: 2, number, choices });
}

/** A link: put once, it says no more than whom it names. */
export function linkItem(set: SetRef, id: string): Item {
  return itemOf(setPartition(set), `${linkPrefix}${keyPart(encodeId(id))}`, { v: 2, id });
}

export function manyItem(deal: SetRef, state: 'open' | 'done'): Item {
  return itemOf(setPartition(deal), manyKey, { v: 2, state });
}

export function manyOf(item: Item | undefined): ReadSet['many'] {
  return item && bodyOf(manySchema, item).state;
}

/** What a set holds, read consistently. */
export async function readSet(table: Pick<Table, 'query'>, set: SetRef): Promise<ReadSet> {
  return contentsOf(await table.query(setPartition(set), contentsPrefix));
}

/** Of what a set holds, links and `many` alone: never more than a few, however many events there are. */
export async function readLinks(table: Pick<Table, 'query'>, set: SetRef): Promise<Pick<ReadSet, 'links' | 'many'>> {
  return linksIn(await table.query(setPartition(set), manyKey));
}

const readingSchema = v.object({ dealId: v.optional(v.string()) });
const namingSchema = v.object({ reading: v.optional(readingSchema, {}) });

/** Of a booking's set, what names deals: rows are not read whole for that. */
export async function readNaming(table: Pick<Table, 'query'>, booking: SetRef): Promise<Naming> {
  const items = await table.query(setPartition(booking), contentsPrefix);
  const rows = items.filter(({ sk }) => sk.startsWith(rowPrefix)).map((item) => bodyOf(namingSchema, item));
  return { rows, links: linksIn(items).links };
}

function linksIn(items: Item[]): Pick<ReadSet, 'links' | 'many'> {
  return {
    links: items.filter(({ sk }) => sk.startsWith(linkPrefix)).map((item) => bodyOf(linkSchema, item).id),
    many: manyOf(items.find(({ sk }) => sk === manyKey)),
  };
}

function contentsOf(items: Item[]): ReadSet {
  const stored = items.filter(({ sk }) => sk.startsWith(rowPrefix));
  const rows = stored.map(rowOf);
  const emptied = rows.filter((row) => !hasReading(row));
  const acts = items.filter(({ sk }) => sk.startsWith(choicePrefix));
  return {
    rows: rows.filter(hasReading),
    ...(emptied.length === 0 ? {} : { emptied }),
    ...(acts.length === 0 ? {} : { acts: acts.map((act) => bodyOf(choiceSchema, act)) }),
    revisions: [...stored, ...acts].map(({ rev }) => rev),
    ...linksIn(items),
  };
}

export function hasReading(row: StoredRow): row is SetRow {
  return row.reading !== undefined;
}

/** The deal that a set was folded into; undefined when it makes none. */
export async function readDeal(table: Pick<Table, 'get'>, set: SetRef): Promise<FoldedDeal | undefined> {
  const item = await table.get(setPartition(set), viewKey('deal'));
  return item && dealIn(item);
}

export function dealIn(item: Item): FoldedDeal | undefined {
  if (textOf(item) === undefined) return undefined;
  return itemVersion(item) === 1 ? bodyOf(foldedDealV1Schema, item) : v.parse(foldedDealSchema, viewOf('deal', item));
}

/** The request that a set was folded into; undefined when it makes none. */
export async function readRequest(table: Pick<Table, 'get'>, set: SetRef): Promise<OwnRequest | undefined> {
  const item = await table.get(setPartition(set), viewKey('request'));
  return item && requestIn(item);
}

export function requestIn(item: Item): OwnRequest | undefined {
  if (textOf(item) === undefined) return undefined;
  if (itemVersion(item) === 1) return requestV1(item);
  const view = viewOf('request', item);
  return v.is(supersededSchema, view) ? 'superseded' : v.parse(foldedRequestSchema, view);
}

export const superseded = { superseded: true } as const;
const supersededSchema = v.strictObject({ superseded: v.literal(true) });

function requestV1(item: Item): OwnRequest {
  const request = bodyOf(foldedRequestV1Schema, item);
  return request.hidden.includes('superseded') ? 'superseded' : request;
}

const restSchema = v.record(v.string(), v.unknown());
const listedSchema = v.object({ listSort: v.string(), summary: v.pipe(v.string(), v.parseJson(), restSchema) });

/** A view as its item holds it: what lists show stands in the index, the rest in the body. */
function viewOf(name: ViewName, item: Item): unknown {
  const body = bodyOf(restSchema, item);
  const listed = v.safeParse(listedSchema, item);
  return listed.success ? { ...withDate(name, listed.output.listSort, listed.output.summary), ...body } : body;
}
