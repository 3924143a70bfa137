import * as v from 'valibot';
import type { IndexSpec } from '../model/tables.ts';

const itemSchema = v.looseObject({ pk: v.string(), sk: v.string(), rev: v.string() });
/** A stored item: its key, its revision and whatever else it carries. */
export type Item = v.InferOutput<typeof itemSchema>;

export function parseItem(value: unknown): Item {
  return v.parse(itemSchema, value);
}

/** An entry of an index: where it stands there, the partition of its item, and its columns as JSON (empty where it has none). */
export interface IndexRow {
  pk: string;
  sort: string;
  summary: string;
}

/** A stretch of one partition of an index: sort keys `from` … `to`, both included. */
export interface IndexRange {
  index: IndexSpec;
  partition: string;
  from: string;
  to: string;
  order: 'asc' | 'desc';
  /** At most so many rows are read. */
  limit: number;
}

/**
 * All that the store needs of a database. `get` and `query` read consistently, `query` all pages in the order of the
 * sort key. `putIf` writes when the stored revision is the expected one (none: when nothing is stored) and answers
 * whether it did; `removeIf` likewise removes. An index may lag.
 */
export interface Table {
  get: (pk: string, sk: string) => Promise<Item | undefined>;
  query: (pk: string, prefix: string) => Promise<Item[]>;
  putIf: (item: Item, expectedRev: string | undefined) => Promise<boolean>;
  removeIf: (key: { pk: string; sk: string }, expectedRev: string) => Promise<boolean>;
  list: (range: IndexRange) => Promise<IndexRow[]>;
}

/** Takes an item out of an index: removes its two attributes if the one it sorts by still has this value; answers whether it did. The revision stays. */
export interface Unmarkable {
  unmark: (index: IndexSpec, item: { pk: string; sk: string }, sort: string) => Promise<boolean>;
}

/** How many entries a stretch of an index holds: at most `limit` are counted. */
export interface Countable {
  count: (range: Omit<IndexRange, 'order'>) => Promise<number>;
}
