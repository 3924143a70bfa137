import type * as v from 'valibot';
import type { SetRef, SetRow } from '../model/event-set.ts';
import type { FoldedDeal, FoldedRequest } from '../model/records.ts';
import { tables } from '../model/tables.ts';
import { itemOf } from './item-body.ts';
import { monthPartitions } from './listing.ts';
import { readPage, type Paged, type Paging } from './page.ts';
import { readDeal, readRequest, readRows } from './sets.ts';
import type { Item, Table } from './table.ts';

const [byAccount] = tables.records.indexes;

export interface RecordsQuery<T> extends Paging<T> {
  accountKey: string;
  list: 'deal' | 'request';
  /** Of the columns as they were listed (see `Listed`). */
  schema: v.GenericSchema<unknown, T>;
}

export interface Records {
  /** By `createdDateTime` of deals, `dateTime` of requests. */
  list: <T>(query: RecordsQuery<T>) => Promise<Paged<T>>;
  deal: (set: SetRef) => Promise<FoldedDeal | undefined>;
  request: (set: SetRef) => Promise<FoldedRequest | undefined>;
  /** What the records of a set were folded from. */
  rows: (set: SetRef) => Promise<SetRow[]>;
}

/** Reading of deals and requests as they are folded and stored. */
export function records(table: Pick<Table, 'get' | 'query' | 'list'>): Records {
  return {
    list: ({ accountKey, list, ...paging }) =>
      readPage(table, {
        ...paging,
        index: byAccount,
        partitions: monthPartitions(accountKey, list, paging.from, paging.to),
      }),
    deal: (set) => readDeal(table, set),
    request: (set) => readRequest(table, set),
    rows: (set) => readRows(table, set),
  };
}

/** The mark that a salon gets with its first record. Nothing takes it away. */
export function salonMarks(table: Pick<Table, 'get' | 'putIf'>) {
  async function isMarked(salonKey: string): Promise<boolean> {
    const { pk, sk } = markOf(salonKey);
    return (await table.get(pk, sk)) !== undefined;
  }
  return {
    isMarked,
    /** Reads before it writes: all but the first record of a salon find the mark. */
    markSalon: async (salonKey: string): Promise<void> => {
      if (!(await isMarked(salonKey))) await table.putIf(markOf(salonKey), undefined);
    },
  };
}

function markOf(salonKey: string): Item {
  return itemOf(`${salonKey}#first`, 'record', { v: 1 });
}
