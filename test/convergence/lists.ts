import * as v from 'valibot';
import { records } from '../../lib/store/records.ts';
import type { Table } from '../../lib/store/table.ts';
import { columnsIn, type Snapshot } from './snapshot.ts';

/** Covers every date in a story. */
const range = { from: '2026-01-01T00:00:00.000Z', to: '2026-06-01T00:00:00.000Z' };

/** Whether the account's lists hold exactly the records that are stored, in the order of their dates. */
export async function listComplaints(table: Table, accountKey: string, snapshot: Snapshot): Promise<string[]> {
  const complaints: string[] = [];
  for (const list of ['deal', 'request'] as const) {
    const paging = { ...range, order: 'asc', limit: 1000, keep: () => true } as const;
    const page = await records(table).list({ ...paging, accountKey, list, schema: v.unknown() });
    const found = 'error' in page ? [page.error] : page.items.map(({ columns }) => JSON.stringify(columns));
    const expected = [...snapshot.values()]
      .filter(({ listKey }) => String(listKey).startsWith(`${accountKey}#${list}#`))
      .sort((one, other) => (String(one.listSort) < String(other.listSort) ? -1 : 1))
      .map((stored) => JSON.stringify(columnsIn(stored)));
    if (found.join() !== expected.join())
      complaints.push(`list of ${list}s: ${found.join()}, expected ${expected.join()}`);
  }
  return complaints;
}
