import * as v from 'valibot';
import { listAttributes } from '../../lib/store/listing.ts';
import { records } from '../../lib/store/records.ts';
import { setPartition, viewKey } from '../../lib/store/sets.ts';
import type { IndexRange, Item, Table } from '../../lib/store/table.ts';

const start = Date.parse('2026-01-10T00:00:00.000Z');
/** Some three months. */
const span = 7_500_000_000;
const schema = v.object({ n: v.number() });
export const limit = 50;

/** So many views of bookings, evenly over some three months. */
export function manyViews(count: number): Item[] {
  return Array.from({ length: count }, (_, n) => {
    const set = { salonKey: 'arbat', kind: 'booking', id: String(n) } as const;
    const item = { pk: setPartition(set), sk: viewKey('request'), rev: String(n), v: 2 };
    const listed = { dateTime: momentOf(n, count), summary: { n } };
    return { ...item, ...listAttributes({ accountKey: 'demo' }, 'request', `arbat.b.${n}`, listed) };
  });
}

function momentOf(n: number, count: number): string {
  return new Date(start + Math.floor((n * span) / count)).toISOString();
}

/** What a page has shown, what was asked of the index for it, and how long it took (ms). */
export interface Cost {
  shown: number[];
  calls: number;
  rows: number;
  ms: number;
}

/** The pages of the list of so many views, one after the other. */
export async function* pagesOf(table: Table, count: number, order: 'asc' | 'desc'): AsyncGenerator<Cost> {
  let asked = { calls: 0, rows: 0 };
  const list = async (one: IndexRange) => {
    const rows = await table.list(one);
    asked = { calls: asked.calls + 1, rows: asked.rows + rows.length };
    return rows;
  };
  const stored = records({ ...table, list });
  const range = {
    accountKey: 'demo',
    list: 'request',
    schema,
    from: momentOf(0, count),
    to: momentOf(count, count),
  } as const;
  let cursor: string | undefined;
  do {
    asked = { calls: 0, rows: 0 };
    const began = performance.now();
    const page = await stored.list({ ...range, order, limit, cursor, keep: () => true });
    if ('error' in page) throw new Error(page.error);
    yield { shown: page.items.map(({ columns }) => columns.n), ...asked, ms: performance.now() - began };
    cursor = page.cursor;
  } while (cursor !== undefined);
}
