import type { Page } from '../model/api.ts';
import type { IndexSpec } from '../model/tables.ts';
import { cursorOf, positionOf, type Position } from './cursor.ts';
import type { IndexRow, Table } from './table.ts';

/** The cursor was not made by a list. */
export const badCursor = { error: 'bad_cursor' } as const;
export type Paged<T> = Page<T> | typeof badCursor;

export interface Paging<T> {
  /** Instants: from (included) to (excluded). */
  from: string;
  to: string;
  order: 'asc' | 'desc';
  limit: number;
  cursor?: string | undefined;
  /** What tells the query from all others that give cursors; its own alone are taken. */
  query?: string | undefined;
  /** What entries to show, by the columns that the list holds. */
  keep: (item: T) => boolean | Promise<boolean>;
}

interface PageQuery<T> extends Paging<T> {
  index: IndexSpec;
  /** A list cut by time: names that sort as time goes, and the index partition of each. */
  partitions: readonly { name: string; key: string }[];
  read: (row: IndexRow) => T;
}

/** What one call looks at; a call that finds little in it answers with what it has and a cursor. */
const mostRows = 1000;
const mostPartitions = 36;
/** Rows of each reading after the first. */
const leastMore = 100;

/** A page of a list, in the order of its sort keys. */
export async function readPage<T>(table: Pick<Table, 'list'>, query: PageQuery<T>): Promise<Paged<T>> {
  const name = query.query ?? '';
  const start = query.cursor === undefined ? undefined : positionOf(query.cursor, name);
  if (query.cursor !== undefined && start === undefined) return badCursor;
  const entries = walk(table, query, start);
  const items: T[] = [];
  for (;;) {
    const entry = await entries.next();
    if (entry.done === true) return pageOf(items, entry.value, name);
    const item = query.read(entry.value.row);
    if (await query.keep(item)) items.push(item);
    if (items.length < query.limit) continue;
    const rest = await entries.next();
    return pageOf(items, rest.done === true ? rest.value : entry.value.at, name);
  }
}

function pageOf<T>(items: T[], position: Position | undefined, query: string): Page<T> {
  return position === undefined ? { items } : { items, cursor: cursorOf(position, query) };
}

/** The entries after `start`; ends with where it stopped when that was for having looked at enough. */
async function* walk<T>(table: Pick<Table, 'list'>, query: PageQuery<T>, start: Position | undefined) {
  let left = mostRows;
  // A page of which nothing is left out reads what it shows, the entry that the cursor stands on, and one that says whether there is more.
  let size = query.limit + 2;
  for (const [turn, { name, key }] of partitionsFrom(query, start).entries()) {
    if (turn === mostPartitions) return { partition: name, sort: '' };
    let sort = start?.partition === name ? start.sort : '';
    for (let more = true; more;) {
      if (left === 0) return { partition: name, sort };
      const limit = Math.min(left, size);
      size = Math.max(query.limit + 2, leastMore);
      const rows = await stretch(table, query, key, sort, limit);
      left -= rows.length;
      more = rows.length === limit;
      for (const row of rows) {
        // The stretch starts with the entry that the cursor stands on.
        if (row.sort === sort) continue;
        sort = row.sort;
        yield { row, at: { partition: name, sort } };
      }
    }
  }
  return undefined;
}

function partitionsFrom<T>({ partitions, order }: PageQuery<T>, start: Position | undefined) {
  const from = start?.partition;
  if (order === 'asc') return partitions.filter(({ name }) => from === undefined || name >= from);
  return partitions.filter(({ name }) => from === undefined || name <= from).reverse();
}

/** Sort keys are `<instant>#…`, so a bare instant lies before all of its own and bounds serve as they are. */
async function stretch<T>(
  table: Pick<Table, 'list'>,
  query: PageQuery<T>,
  partition: string,
  after: string,
  limit: number,
): Promise<IndexRow[]> {
  const { index, order } = query;
  const from = order === 'asc' && after > query.from ? after : query.from;
  const to = order === 'desc' && after !== '' && after < query.to ? after : query.to;
  return from > to ? [] : table.list({ index, partition, from, to, order, limit });
}
