import * as v from 'valibot';
import {
  joinedSchema,
  outboundKindSchema,
  type Joined,
  type OutboundFacts,
  type OutboundRecord,
} from '../model/outbound-state.ts';
import { tables } from '../model/tables.ts';
import { firstInstant } from '../model/words.ts';
import { bodyOf } from './item-body.ts';
import { joinedKey, placeOf, readSent, recordOf } from './outbound-places.ts';
import { readPage, type Paged, type Paging } from './page.ts';
import { kindOfParked, markerOf, parkedPartition } from './pending.ts';
import type { Walk } from './records.ts';
import type { IndexRow, Table } from './table.ts';

const byPending = tables.records.indexes[1];

export interface RefusedQuery extends Omit<Paging<OutboundRecord>, 'from' | 'to'> {
  accountKey: string;
}

/** Records of an account that were refused, by when they were; the index may lag. */
export function refusedRecords(table: Pick<Table, 'list'>) {
  return ({ accountKey, ...paging }: RefusedQuery): Promise<Paged<OutboundRecord>> =>
    readPage(table, {
      ...paging,
      from: firstInstant,
      to: '9',
      index: byPending,
      partitions: [{ name: 'parked', key: parkedPartition(accountKey) }],
      read: refusedIn,
    });
}

function refusedIn({ pk, sort }: IndexRow): OutboundRecord {
  const record = recordOf(v.parse(outboundKindSchema, kindOfParked(sort)), pk);
  if (record === undefined) throw new Error('a refused record is none');
  return record;
}

/** How it stands with a record that may be sent. */
export function outboundFacts(table: Pick<Table, 'get'>) {
  return async (record: OutboundRecord): Promise<OutboundFacts> => {
    const { pk, sk } = placeOf(record);
    const [item, { value: sent }, link] = await Promise.all([
      table.get(pk, sk),
      readSent(table, record),
      record.kind === 'deal' ? readJoined(table, pk) : undefined,
    ]);
    return { marker: item && markerOf(item), sent, link };
  };
}

async function readJoined(table: Pick<Table, 'get'>, pk: string): Promise<Joined | undefined> {
  const item = await table.get(pk, joinedKey({ pk }).sk);
  return item && bodyOf(joinedSchema, item);
}

/** The same along places that never change, for a job. */
export function refusedWalk(table: Pick<Table, 'list'>) {
  return async ({ accountKey, after, until, limit }: Walk): Promise<{ record: OutboundRecord; place: string }[]> => {
    const partition = parkedPartition(accountKey);
    const from = after === '' ? firstInstant : after;
    const rows = await table.list({ index: byPending, partition, from, to: until, order: 'asc', limit: limit + 1 });
    const left = rows.filter(({ sort }) => sort !== after).slice(0, limit);
    return left.map((row) => ({ record: refusedIn(row), place: row.sort }));
  };
}
