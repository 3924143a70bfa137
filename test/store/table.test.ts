import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Countable, Table, Unmarkable } from '../../lib/store/table.ts';
import { overlay } from '../../lib/store/overlay.ts';
import { startEngine, type Engine } from './engine.ts';
import { memoryTable } from './memory-table.ts';
import { itemContract, tableContract } from './table-contract.ts';

describe('the table in memory', () => {
  tableContract(() => memoryTable());
});

describe('an overlay of an empty table', () => {
  itemContract(() => overlay(memoryTable()));
});

describe('an overlay of all that the table holds', () => {
  it('hides what it has removed, and leaves it in the table', async () => {
    const under = memoryTable();
    const item = { pk: 'a', sk: 'e#1', rev: 'r1' };
    await under.putIf(item, undefined);
    const over = overlay(under);
    expect(await over.removeIf(item, 'r0')).toBe(false);
    expect(await over.removeIf(item, 'r1')).toBe(true);
    expect([await over.get('a', 'e#1'), await over.query('a', ''), over.written()]).toEqual([undefined, [], []]);
    expect(await over.removeIf(item, 'r1')).toBe(false);
    expect(under.all()).toEqual([item]);
  });
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
function apart(table: Table & Countable & Unmarkable, prefix: string): Table & Countable & Unmarkable {
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
    removeIf: ({ pk, sk }, expectedRev) => table.removeIf({ pk: inside(pk), sk }, expectedRev),
    count: (range) => table.count(range),
    unmark: (index, { pk, sk }, sort) => table.unmark(index, { pk: inside(pk), sk }, sort),
    list: async (range) => (await table.list(range)).map((row) => ({ ...row, pk: outside(row.pk) })),
  };
}
