import { describe, expect, it } from '@jest/globals';
import { tables } from '../../lib/model/tables.ts';
import type { Countable, IndexRange, Item, Table, Unmarkable } from '../../lib/store/table.ts';

const [byAccount, byPending] = tables.records.indexes;

function anItem(over: Partial<Item> = {}): Item {
  return { pk: 'a', sk: 'e#1', rev: 'r1', ...over };
}

/** An item of an index partition; `sort` is its sort key there. */
function listed(partition: string, sort: string): Item {
  return { pk: sort, sk: 'v#deal', rev: 'r1', listKey: partition, listSort: sort, summary: `of ${sort}` };
}

/** What every table access must do; `open` gives one on a store in which nothing else uses the partitions named here. */
export function tableContract(open: (prefix: string) => Table & Countable & Unmarkable): void {
  itemContract(open);
  markContract(open);
  indexContract(open);
}

/** The same of a table without lists. */
export function itemContract(open: (prefix: string) => Table): void {
  describe('one item', () => {
    it('is absent until it is put', async () => {
      expect(await open('absent').get('a', 'e#1')).toBeUndefined();
    });

    it('comes back with its bytes, numbers and texts as they were put', async () => {
      const table = open('back');
      const item = anItem({ body: new Uint8Array([0, 255, 7]), foldVersion: 3, summary: 'Мята' });
      expect(await table.putIf(item, undefined)).toBe(true);
      expect(await table.get('a', 'e#1')).toEqual(item);
    });

    it('is not put a second time when none was expected', async () => {
      const table = open('twice');
      await table.putIf(anItem(), undefined);
      expect(await table.putIf(anItem({ rev: 'r2' }), undefined)).toBe(false);
      expect(await table.get('a', 'e#1')).toEqual(anItem());
    });

    it('is replaced whole when its revision is the expected one', async () => {
      const table = open('replaced');
      await table.putIf(anItem({ summary: 'old' }), undefined);
      expect(await table.putIf(anItem({ rev: 'r2' }), 'r1')).toBe(true);
      expect(await table.get('a', 'e#1')).toEqual(anItem({ rev: 'r2' }));
    });

    it('stays when its revision is another, or when it was expected and is absent', async () => {
      const table = open('other');
      expect(await table.putIf(anItem(), 'r1')).toBe(false);
      await table.putIf(anItem(), undefined);
      expect(await table.putIf(anItem({ rev: 'r3' }), 'r2')).toBe(false);
      expect(await table.get('a', 'e#1')).toEqual(anItem());
    });

    it('is won by exactly one of many who write it at once', async () => {
      const table = open('race');
      await table.putIf(anItem({ rev: 'r0' }), undefined);
      const revs = Array.from({ length: 20 }, (_, index) => `w${index}`);
      const won = await Promise.all(revs.map((rev) => table.putIf(anItem({ rev }), 'r0')));
      expect(won.filter(Boolean)).toHaveLength(1);
      expect((await table.get('a', 'e#1'))?.rev).toBe(revs[won.indexOf(true)]);
    });
  });

  describe('an item that is removed', () => {
    it('is absent, from its partition, too, and may be put anew', async () => {
      const table = open('removed');
      for (const sk of ['e#1', 'e#2']) await table.putIf(anItem({ sk }), undefined);
      expect(await table.removeIf({ pk: 'a', sk: 'e#1' }, 'r1')).toBe(true);
      expect(await table.get('a', 'e#1')).toBeUndefined();
      expect((await table.query('a', 'e#')).map(({ sk }) => sk)).toEqual(['e#2']);
      expect(await table.putIf(anItem({ rev: 'r2' }), undefined)).toBe(true);
      expect(await table.get('a', 'e#1')).toEqual(anItem({ rev: 'r2' }));
    });

    it('stays when its revision is another; what is absent is not removed', async () => {
      const table = open('kept');
      await table.putIf(anItem({ rev: 'r2' }), undefined);
      expect(await table.removeIf({ pk: 'a', sk: 'e#1' }, 'r1')).toBe(false);
      expect(await table.get('a', 'e#1')).toEqual(anItem({ rev: 'r2' }));
      expect(await table.removeIf({ pk: 'a', sk: 'e#9' }, 'r1')).toBe(false);
      expect(await table.removeIf({ pk: 'b', sk: 'e#1' }, 'r1')).toBe(false);
    });

    it('is removed by exactly one of many', async () => {
      const table = open('once');
      await table.putIf(anItem(), undefined);
      const removed = await Promise.all(Array.from({ length: 5 }, () => table.removeIf({ pk: 'a', sk: 'e#1' }, 'r1')));
      expect(removed.filter(Boolean)).toHaveLength(1);
    });
  });

  describe('a partition', () => {
    it('is read by the start of the sort key, in its order, without its neighbours', async () => {
      const table = open('prefix');
      for (const sk of ['e#2', 'v#deal', 'e#1', 'e#10']) await table.putIf(anItem({ sk }), undefined);
      await table.putIf(anItem({ pk: 'b' }), undefined);
      expect((await table.query('a', 'e#')).map(({ sk }) => sk)).toEqual(['e#1', 'e#10', 'e#2']);
      expect(await table.query('c', 'e#')).toEqual([]);
    });

    it('is read whole even when it is larger than a page of the database', async () => {
      const table = open('pages');
      const body = new Uint8Array(300_000);
      for (let n = 0; n < 8; n++) await table.putIf(anItem({ sk: `e#${n}`, body }), undefined);
      expect((await table.query('a', 'e#')).map(({ sk }) => sk)).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((n) => `e#${n}`));
    });
  });
}

function markContract(open: (prefix: string) => Table & Countable & Unmarkable): void {
  describe('a mark', () => {
    const range = { index: byPending, partition: 'demo#deal', from: '2', to: '3', order: 'asc', limit: 9 } as const;
    const marked = anItem({ summary: 'Мята', pendingKey: 'demo#deal', pendingSort: '2026-03-17#n1' });

    it('is listed until it is taken away; the item stays', async () => {
      const table = open('unmarked');
      await table.putIf(marked, undefined);
      expect(await table.list(range)).toMatchObject([{ pk: 'a', sort: '2026-03-17#n1' }]);
      expect(await table.unmark(byPending, marked, '2026-03-17#n1')).toBe(true);
      expect(await table.list(range)).toEqual([]);
      expect(await table.get('a', 'e#1')).toEqual(anItem({ summary: 'Мята' }));
    });

    it('stays when it is another by then, and is not taken away twice', async () => {
      const table = open('remarked');
      await table.putIf(marked, undefined);
      await table.putIf({ ...marked, rev: 'r2', pendingSort: '2026-03-18#n2' }, 'r1');
      expect(await table.unmark(byPending, marked, '2026-03-17#n1')).toBe(false);
      expect((await table.list(range)).map(({ sort }) => sort)).toEqual(['2026-03-18#n2']);
      await table.unmark(byPending, marked, '2026-03-18#n2');
      expect(await table.unmark(byPending, marked, '2026-03-18#n2')).toBe(false);
    });

    it('of an item that is not there is not taken away', async () => {
      expect(await open('nobody').unmark(byPending, { pk: 'a', sk: 'e#1' }, '2026-03-17#n1')).toBe(false);
    });
  });
}

function indexContract(open: (prefix: string) => Table & Countable): void {
  describe('an index', () => {
    const sorts = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04'];
    async function filled(prefix: string): Promise<(over?: Partial<IndexRange>) => Promise<string[]>> {
      const table = open(prefix);
      for (const sort of sorts) await table.putIf(listed(`${prefix}#2026-03`, sort), undefined);
      await table.putIf(listed(`${prefix}#2026-04`, '2026-04-01'), undefined);
      const range = { index: byAccount, partition: `${prefix}#2026-03`, from: '2026', to: '2027', limit: 10 };
      return async (over) => (await table.list({ ...range, order: 'asc', ...over })).map(({ sort }) => sort);
    }

    it('lists one partition in both directions', async () => {
      const list = await filled('both');
      expect(await list()).toEqual(sorts);
      expect(await list({ order: 'desc' })).toEqual([...sorts].reverse());
    });

    it('includes both ends of a range', async () => {
      const list = await filled('ends');
      expect(await list({ from: '2026-03-02', to: '2026-03-03' })).toEqual(['2026-03-02', '2026-03-03']);
    });

    it('reads no more rows than asked for, from the end at which the order starts', async () => {
      const list = await filled('limit');
      expect(await list({ limit: 2 })).toEqual(['2026-03-01', '2026-03-02']);
      expect(await list({ limit: 2, order: 'desc' })).toEqual(['2026-03-04', '2026-03-03']);
    });

    it('counts what a range holds, both ends included, and no further than asked for', async () => {
      const table = open('count');
      for (const sort of sorts) await table.putIf(listed('count#2026-03', sort), undefined);
      const range = { index: byAccount, partition: 'count#2026-03', from: '2026-03-02', to: '2026-03-04', limit: 10 };
      expect(await table.count(range)).toBe(3);
      expect(await table.count({ ...range, limit: 2 })).toBe(2);
      expect(await table.count({ ...range, partition: 'count#2026-04' })).toBe(0);
    });

    it('counts beyond a page of the database', async () => {
      const table = open('many');
      const summary = 'x'.repeat(300_000);
      for (const sort of sorts) await table.putIf({ ...listed('many', sort), summary }, undefined);
      expect(await table.count({ index: byAccount, partition: 'many', from: '2026', to: '2027', limit: 10 })).toBe(4);
    });

    it('brings what the index carries, and the partition of the item', async () => {
      const table = open('carries');
      await table.putIf(listed('carries', '2026-03-01'), undefined);
      const range = { index: byAccount, partition: 'carries', from: '2026', to: '2027', limit: 10 };
      expect(await table.list({ ...range, order: 'asc' })).toEqual([
        { pk: '2026-03-01', sort: '2026-03-01', summary: 'of 2026-03-01' },
      ]);
    });

    it('loses an item that is removed', async () => {
      const table = open('loses');
      await table.putIf(listed('loses', '2026-03-01'), undefined);
      await table.removeIf({ pk: '2026-03-01', sk: 'v#deal' }, 'r1');
      const range = { index: byAccount, partition: 'loses', from: '2026', to: '2027', limit: 10 };
      expect(await table.list({ ...range, order: 'asc' })).toEqual([]);
      expect(await table.count(range)).toBe(0);
    });

    it('follows an item whose index keys move', async () => {
      const table = open('moves');
      const item = { pk: 'x', sk: 'v#deal', listSort: '2026-03-01', summary: 's' };
      await table.putIf({ ...item, rev: 'r1', listKey: 'moves#2026-03' }, undefined);
      await table.putIf({ ...item, rev: 'r2', listKey: 'moves#2026-04' }, 'r1');
      const range = { index: byAccount, from: '2026', to: '2027', limit: 10, order: 'asc' } as const;
      expect(await table.list({ ...range, partition: 'moves#2026-03' })).toEqual([]);
      expect(await table.list({ ...range, partition: 'moves#2026-04' })).toHaveLength(1);
    });
  });
}
