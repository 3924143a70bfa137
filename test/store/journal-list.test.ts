import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startEngine, type Engine } from './engine.ts';
import { journalOf } from './journal-lines.ts';

let engine: Engine;
const today = '2026-03-20T00:00:00.000Z';
const { store, put, listed, ids, pages } = journalOf(() => engine.table('journal'));
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

describe('a list of the journal', () => {
  const accountKey = 'list';
  beforeAll(() =>
    put(
      { accountKey, id: 'feb', receivedAt: '2026-02-28T23:59:59.999Z', salonKey: 'tver' },
      { accountKey, id: 'mar1', receivedAt: '2026-03-01T00:00:00.000Z', status: 'failed' },
      { accountKey, id: 'mar2', receivedAt: '2026-03-02T00:00:00.000Z', kind: 'booking' },
      { accountKey, id: 'mar3', receivedAt: '2026-03-03T00:00:00.000Z', status: 'refused', salonKey: 'tver' },
    ),
  );

  it('goes through the months, newest first or oldest first', async () => {
    expect(await ids({ accountKey })).toEqual(['mar3', 'mar2', 'mar1', 'feb']);
    expect(await ids({ accountKey, order: 'asc' })).toEqual(['feb', 'mar1', 'mar2', 'mar3']);
  });

  it('leaves out a status', async () => {
    expect(await ids({ accountKey, except: 'refused' })).toEqual(['mar2', 'mar1', 'feb']);
  });

  it('includes its start and excludes its end', async () => {
    const range = { from: '2026-03-01T00:00:00.000Z', to: '2026-03-03T00:00:00.000Z' };
    expect(await ids({ accountKey, ...range })).toEqual(['mar2', 'mar1']);
    expect(await ids({ accountKey, salonKey: 'tver', ...range })).toEqual([]);
  });

  it('can be of one salon, one status, one kind', async () => {
    expect(await ids({ accountKey, salonKey: 'tver' })).toEqual(['mar3', 'feb']);
    expect(await ids({ accountKey, status: 'failed' })).toEqual(['mar1']);
    expect(await ids({ accountKey, kind: 'booking' })).toEqual(['mar2']);
    expect(await ids({ accountKey, salonKey: 'tver', status: 'done' })).toEqual(['feb']);
  });

  it('goes on where its cursor stands, in either order, by account and by salon', async () => {
    for (const order of ['asc', 'desc'] as const) {
      const all = await ids({ accountKey, order });
      expect(await pages({ accountKey, order, limit: 1 })).toEqual(all.map((id) => [id]));
      expect(await pages({ accountKey, order, limit: 3 })).toEqual([all.slice(0, 3), all.slice(3)]);
      expect(await pages({ accountKey, order, limit: 4 })).toEqual([all]);
    }
    expect(await pages({ accountKey, salonKey: 'tver', limit: 1 })).toEqual([['mar3'], ['feb']]);
  });

  it('does not show what only the line tells, but how much that is', async () => {
    const { items } = await listed({ accountKey, limit: 1 });
    expect(items[0]).not.toHaveProperty('warnings');
    expect(items[0]).not.toHaveProperty('unknownPaths');
    expect(items[0]).toMatchObject({ warningCount: 0, unknownPathCount: 0 });
    expect(items[0]).toHaveProperty('entities');
  });

  it('can be of warned lines alone, by account and by salon', async () => {
    const told = { accountKey: 'warned', unknownPaths: ['data.x', 'data.y'] };
    await put(
      { ...told, id: 'twice', receivedAt: '2026-03-03T00:00:00.000Z', warnings: ['a: cut', 'b: cut'] },
      { ...told, id: 'never', receivedAt: '2026-03-02T00:00:00.000Z' },
      { ...told, id: 'once', receivedAt: '2026-03-01T00:00:00.000Z', warnings: ['a: cut'] },
    );
    const { items } = await listed({ accountKey: 'warned', warned: true });
    expect(items.map(({ id, warningCount, unknownPathCount }) => [id, warningCount, unknownPathCount])).toEqual([
      ['twice', 2, 2],
      ['once', 1, 2],
    ]);
    expect(await ids({ accountKey: 'warned', salonKey: 'arbat', warned: true })).toEqual(['twice', 'once']);
    expect(await ids({ accountKey: 'warned', warned: false })).toEqual(['twice', 'never', 'once']);
    expect(await pages({ accountKey: 'warned', warned: true, limit: 1 })).toEqual([['twice'], ['once']]);
  });

  it('is of deliveries, or of imports by when they were made, as long as these are kept', async () => {
    const accountKey = 'imports';
    const old = '2024-01-31T00:00:00.000Z';
    const at = (importedAt: string) => ({ accountKey, receivedAt: old, source: 'import' as const, importedAt });
    await put(
      { accountKey, id: 'came', receivedAt: '2026-03-04T00:00:00.000Z' },
      { id: 'first', ...at('2026-02-27T00:00:00.000Z') },
      { id: 'second', ...at('2026-03-03T00:00:00.000Z') },
      // Made again: it stands where it stood.
      { id: 'first', ...at('2026-03-05T00:00:00.000Z') },
    );
    for (const salonKey of [undefined, 'arbat']) {
      expect(await ids({ accountKey, salonKey })).toEqual(['came']);
      expect(await ids({ accountKey, salonKey, source: 'import' })).toEqual(['second', 'first']);
      expect(await ids({ accountKey, salonKey, source: 'import' }, '2026-04-01T00:00:00.000Z')).toEqual(['second']);
    }
    const kept = async (now: string) => (await store(now).deliveries(accountKey, 'first')).length;
    expect([await kept('2026-03-28T00:00:00.000Z'), await kept('2026-03-30T00:00:00.000Z')]).toEqual([1, 0]);
  });

  it('of a salon is walked through its deliveries, and then through its imports', async () => {
    const accountKey = 'walk';
    const receivedAt = '2024-01-31T00:00:00.000Z';
    await put(
      { accountKey, id: 'd1', receivedAt: '2026-03-01T00:00:00.000Z' },
      { accountKey, id: 'd2', receivedAt: '2026-03-04T00:00:00.000Z' },
      { accountKey, id: 'i1', receivedAt, source: 'import', importedAt: '2026-03-01T00:00:00.000Z' },
      { accountKey, id: 'i2', receivedAt, source: 'import', importedAt: '2026-03-03T00:00:00.000Z' },
    );
    const walked = async (from: string, before: string, limit: number) => {
      const found: string[] = [];
      for (let after = ''; ;) {
        const page = await store().linesOf({ accountKey, salonKey: 'arbat', after, from, before, limit });
        found.push(...page.map(({ id }) => id));
        const last = page.at(-1);
        if (last === undefined) return found;
        expect(last.place > after).toBe(true);
        expect(last.receivedAt).toBe(last.id.startsWith('i') ? receivedAt : last.place.split('#')[0]);
        after = last.place;
      }
    };
    for (const limit of [1, 2, 3, 9]) {
      expect(await walked('', today, limit)).toEqual(['d1', 'd2', 'i1', 'i2']);
      expect(await walked('2026-03-02T00:00:00.000Z', today, limit)).toEqual(['d2', 'i2']);
      expect(await walked('', '2026-03-02T00:00:00.000Z', limit)).toEqual(['d1', 'i1']);
    }
  });
});
