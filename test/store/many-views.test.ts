import { describe, expect, it } from '@jest/globals';
import { limit, manyViews, pagesOf, type Cost } from './many-views.ts';
import { memoryTable } from './memory-table.ts';

const views = 5000;

describe('a list of 5,000 records', () => {
  it.each(['asc', 'desc'] as const)(
    'reads for each page what it shows, for the last as for the first (%s)',
    async (order) => {
      const costs: Cost[] = [];
      for await (const cost of pagesOf(memoryTable(manyViews(views)), views, order)) costs.push(cost);
      const all = Array.from({ length: views }, (_, n) => n);
      expect(costs.flatMap(({ shown }) => shown)).toEqual(order === 'asc' ? all : all.reverse());
      expect(costs).toHaveLength(views / limit);
      // The page, the entry that the cursor stands on, and the one that says that there is more.
      expect(costs.filter(({ calls }) => calls === 1).every(({ rows }) => rows <= limit + 2)).toBe(true);
      // Two at most: in two pages a month ends.
      expect(costs.filter(({ calls }) => calls > 1).length).toBeLessThanOrEqual(3);
      for (const { calls, rows } of costs) expect([calls <= 2, rows <= 2 * limit + 102]).toEqual([true, true]);
    },
  );
});
