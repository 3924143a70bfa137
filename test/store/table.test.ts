import { afterAll, beforeAll, describe } from '@jest/globals';
import type { Countable, Table } from '../../lib/store/table.ts';
import { startEngine, type Engine } from './engine.ts';
import { memoryTable } from './memory-table.ts';
import { tableContract } from './table-contract.ts';

describe('the table in memory', () => {
  tableContract(memoryTable);
});

describe('the table on the real engine', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await startEngine();
  });
  afterAll(() => engine.stop());

  tableContract((prefix) => apart(engine.table('records'), prefix));
});

/** The same table for every test, with partitions of its own for each. */
function apart(table: Table & Countable, prefix: string): Table & Countable {
  const inside = (pk: string) => `${prefix}/${pk}`;
  const outside = (pk: string) => pk.slice(prefix.length + 1);
  return {
    get: async (pk, sk) => {
      const item = await table.get(inside(pk), sk);
      return item && { ...item, pk: outside(item.pk) };
    },
    query: async (pk, start) =>
      (await table.query(inside(pk), start)).map((item) => ({ ...item, pk: outside(item.pk) })),
    putIf: (item, expectedRev) => table.putIf({ ...item, pk: inside(item.pk) }, expectedRev),
    count: (range) => table.count(range),
    list: async (range) => (await table.list(range)).map((row) => ({ ...row, pk: outside(row.pk) })),
  };
}
