import * as v from 'valibot';
import type { FoldedDeal } from '../model/deal.ts';
import type { ReadSet, SetRef } from '../model/event-set.ts';
import type { OutboundRecord } from '../model/outbound-state.ts';
import { tables } from '../model/tables.ts';
import type { OwnRequest } from '../model/views.ts';
import { firstInstant } from '../model/words.ts';
import { itemOf } from './item-body.ts';
import { monthPartitions, withDate, type ListName } from './listing.ts';
import { recordOf } from './outbound-places.ts';
import { readPage, type Paged, type Paging } from './page.ts';
import { readDeal, readRequest, readSet, setOfPartition } from './sets.ts';
import type { IndexRow, Item, Table } from './table.ts';
import { warmFacts } from './warm.ts';

const [byAccount] = tables.records.indexes;

/** A listed record: its set, and the columns that the list holds. */
export interface ListedRecord<C> {
  set: SetRef;
  columns: C;
}

export interface RecordsQuery<C> extends Paging<ListedRecord<C>> {
  accountKey: string;
  list: 'deal' | 'request';
  /** Of the columns as they were listed (see `Listed`). */
  schema: v.GenericSchema<unknown, C>;
}

export interface Records {
  /** By `createdDateTime` of deals, `dateTime` of requests. */
  list: <C>(query: RecordsQuery<C>) => Promise<Paged<ListedRecord<C>>>;
  deal: (set: SetRef) => Promise<FoldedDeal | undefined>;
  request: (set: SetRef) => Promise<OwnRequest | undefined>;
  /** What the records of a set were folded from. */
  contents: (set: SetRef) => Promise<ReadSet>;
}

/** Reading of deals and requests as they are folded and stored. */
export function records(table: Pick<Table, 'get' | 'query' | 'list'>): Records {
  return {
    list: ({ accountKey, list, schema, ...paging }) =>
      readPage(table, {
        ...paging,
        index: byAccount,
        partitions: monthPartitions(accountKey, list, paging.from, paging.to),
        read: (row) => ({ set: setOf(row), columns: v.parse(schema, withDate(list, row.sort, summaryIn(row))) }),
      }),
    deal: (set) => readDeal(table, set),
    request: (set) => readRequest(table, set),
    contents: (set) => readSet(table, set),
  };
}

const summarySchema = v.pipe(v.string(), v.parseJson(), v.looseObject({}));

function summaryIn({ summary }: IndexRow): object {
  return v.parse(summarySchema, summary);
}

function setOf({ pk }: IndexRow): SetRef {
  const set = setOfPartition(pk);
  if (set === undefined) throw new Error('a listed record is of no set');
  return set;
}

/** The mark that a salon gets with its first record. Nothing takes it away. */
export function salonMarks(table: Pick<Table, 'get' | 'putIf'>, now: () => Date) {
  const marked = warmFacts<true>(now);
  const isMarked = async (salonKey: string): Promise<boolean> => {
    const { pk, sk } = markOf(salonKey);
    return (await table.get(pk, sk)) !== undefined;
  };
  return {
    isMarked,
    /** Reads before it writes: all but the first record of a salon find the mark. */
    markSalon: async (salonKey: string): Promise<void> => {
      if (marked.get(salonKey) !== undefined) return;
      if (!(await isMarked(salonKey))) await table.putIf(markOf(salonKey), undefined);
      marked.set(salonKey, true);
    },
  };
}

export function markOf(salonKey: string): Item {
  return itemOf(`${salonKey}#first`, 'record', { v: 1 });
}

/** A set in the lists of its account; its place there may change with every fold. */
export interface WalkedSet {
  set: SetRef;
  /** Of the fold that listed it; 0 where none is told. */
  foldVersion: number;
  place: string;
}

export interface Walk {
  accountKey: string;
  /** The place of the last that was met; `''`: from the first. */
  after: string;
  /** What is listed for a later month is not met. */
  until: string;
  limit: number;
}

/** In the order of their names, so that places sort. */
const walked = ['deal', 'none', 'request'] as const;
const knownSchema = v.pipe(v.string(), v.parseJson(), v.object({ foldVersion: v.optional(v.number(), 0) }));

/** The sets of an account, list by list and month by month; a set may be met more than once. */
export function setWalk(table: Pick<Table, 'list'>) {
  return async (walk: Walk): Promise<WalkedSet[]> => {
    const entries = await walkLists(table, walked, { ...walk, from: firstInstant });
    return entries.map(({ row, place }) => {
      const { foldVersion } = v.parse(knownSchema, row.summary);
      return { set: setOf(row), foldVersion, place };
    });
  };
}

/** In the order of their names, and contacts before what names them. */
const sentLists = ['contact', 'deal', 'request'] as const;

/** The records of an account that may be sent, those that are listed from an instant on. */
export function outboundWalk(table: Pick<Table, 'list'>) {
  return async (walk: Walk & { from: string }): Promise<{ record: OutboundRecord; place: string }[]> => {
    const entries = await walkLists(table, sentLists, walk);
    return entries.flatMap(({ list, row, place }) => {
      const record = recordOf(list, row.pk);
      return record === undefined ? [] : [{ record, place }];
    });
  };
}

/** Entries of lists of an account, list by list and month by month, in the order of their places. */
async function walkLists<L extends ListName>(
  table: Pick<Table, 'list'>,
  lists: readonly L[],
  { accountKey, from: first, after, until, limit }: Walk & { from: string },
): Promise<{ list: L; row: IndexRow; place: string }[]> {
  const found: { list: L; row: IndexRow; place: string }[] = [];
  const months = lists.flatMap((list) =>
    monthPartitions(accountKey, list, first, until).map(({ name, key }) => ({ list, key, start: `${list}#${name}#` })),
  );
  for (const { list, key, start } of months) {
    // Of places of the same month alone the rest can be told.
    if (`${start}~` < after) continue;
    const from = after.startsWith(start) ? after.slice(start.length) : first;
    const range = { index: byAccount, partition: key, from, to: '3', order: 'asc' } as const;
    const rows = await table.list({ ...range, limit: limit - found.length + 1 });
    for (const row of rows) {
      const place = `${start}${row.sort}`;
      if (place > after && found.length < limit) found.push({ list, row, place });
    }
    if (found.length === limit) break;
  }
  return found;
}
