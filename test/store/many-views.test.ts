import { describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { listAttributes } from '../../lib/store/listing.ts';
import { records } from '../../lib/store/records.ts';
import { setPartition, viewKey } from '../../lib/store/sets.ts';
import type { IndexRange } from '../../lib/store/table.ts';
import { memoryTable } from './memory-table.ts';

const views = 5000;
const limit = 50;
const minute = 60_000;
const start = Date.parse('2026-01-10T00:00:00.000Z');
const momentOf = (n: number) => new Date(start + n * 25 * minute).toISOString();
const schema = v.object({ n: v.number() });
const range = { accountKey: 'demo', list: 'request', schema, from: momentOf(0), to: momentOf(views) } as const;

/** 5,000 views of some three months, put straight into the table; what is asked of its index is counted. */
async function filled() {
  const table = memoryTable();
  for (let n = 0; n < views; n++) {
    const set = { salonKey: 'arbat', kind: 'booking', id: String(n) } as const;
    const listed = { dateTime: momentOf(n), summary: { n } };
    const item = { pk: setPartition(set), sk: viewKey('request'), rev: String(n), v: 2 };
    await table.putIf(
      { ...item, ...listAttributes({ accountKey: 'demo' }, 'request', `arbat.b.${n}`, listed) },
      undefined,
    );
  }
  const asked = { calls: 0, rows: 0 };
  const list = async (one: IndexRange) => {
    const rows = await table.list(one);
    asked.calls++;
    asked.rows += rows.length;
    return rows;
  };
  return { asked, stored: records({ ...table, list }) };
}

describe('a list of 5,000 records', () => {
  it.each(['asc', 'desc'] as const)(
    'reads for each page what it shows, for the last as for the first (%s)',
    async (order) => {
      const { asked, stored } = await filled();
      const seen: number[] = [];
      const costs: { calls: number; rows: number }[] = [];
      let cursor: string | undefined;
      do {
        Object.assign(asked, { calls: 0, rows: 0 });
        const page = await stored.list({ ...range, order, limit, cursor, keep: () => true });
        if ('error' in page) throw new Error(page.error);
        seen.push(...page.items.map(({ columns }) => columns.n));
        costs.push({ ...asked });
        cursor = page.cursor;
      } while (cursor !== undefined);
      const all = Array.from({ length: views }, (_, n) => n);
      expect(seen).toEqual(order === 'asc' ? all : all.reverse());
      expect(costs).toHaveLength(views / limit);
      // The page, the entry that the cursor stands on, and the one that says that there is more.
      expect(costs.filter(({ calls }) => calls === 1).every(({ rows }) => rows <= limit + 2)).toBe(true);
      // Two at most: in two pages a month ends.
      expect(costs.filter(({ calls }) => calls > 1).length).toBeLessThanOrEqual(3);
      for (const { calls, rows } of costs) expect([calls <= 2, rows <= 2 * limit + 102]).toEqual([true, true]);
    },
  );
});
