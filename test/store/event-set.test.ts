import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TryAgain } from '../../lib/model/try-again.ts';
import type { Item, Table } from '../../lib/store/table.ts';
import { aReading } from '../build/reading.ts';
import { aRow } from '../build/row.ts';
import { startEngine, type Engine } from './engine.ts';
import { memoryTable } from './memory-table.ts';
import { aBookingSet, aDealSet, noise, toySets } from './toy-sets.ts';

const march = '2026-03-17T14:05:45.000Z';
const february = '2026-02-27T10:00:00.000Z';

let engine: Engine;
let table: Table;
beforeAll(async () => {
  engine = await startEngine();
  table = engine.table('records');
});
afterAll(() => engine.stop());

const rowsOf = async (set: ReturnType<typeof aDealSet>) => (await toySets(table).contentsOf(set)).rows;

describe('a set of events', () => {
  it('gives its rows back as they were put, whatever stands in the id', async () => {
    for (const id of ['1', 'a#b', 'сделка', '😀'.repeat(200)]) {
      const set = aDealSet({ salonKey: 'ids', id });
      await toySets(table).putRow(set, aRow());
      expect(await rowsOf(set)).toEqual([aRow()]);
    }
  });

  it('holds one row a delivery, however often it is put', async () => {
    const set = aDealSet({ salonKey: 'once' });
    await toySets(table).putRow(set, aRow({ eventId: 'e1' }));
    await toySets(table).putRow(set, aRow({ eventId: 'e1' }));
    await toySets(table).putRow(set, aRow({ eventId: 'e2' }));
    expect(await rowsOf(set)).toEqual([aRow({ eventId: 'e1' }), aRow({ eventId: 'e2' })]);
  });

  it('merges what is put twice as the rules say', async () => {
    const set = aDealSet({ salonKey: 'merge' });
    await toySets(table).putRow(set, aRow({ replay: 7 }));
    await toySets(table).putRow(set, aRow({ replay: 0 }));
    expect(await rowsOf(set)).toEqual([aRow({ replay: 7 })]);
    await toySets(table).putRow(set, aRow({ replay: 9 }));
    expect(await rowsOf(set)).toEqual([aRow({ replay: 9 })]);
  });

  it('stores no repeat that the rules call superfluous, but one received earlier', async () => {
    const set = aDealSet({ salonKey: 'repeat' });
    await toySets(table).putRow(set, aRow({ receivedAt: march }));
    await toySets(table).putRow(set, aRow({ receivedAt: '2026-03-18T00:00:00.000Z' }));
    await toySets(table).putRow(set, aRow({ receivedAt: february }));
    expect((await rowsOf(set)).map(({ receivedAt }) => receivedAt)).toEqual([february, march]);
  });

  it('takes the largest event that the door admits', async () => {
    const set = aDealSet({ salonKey: 'large' });
    const comment = noise(200_000);
    await toySets(table).putRow(set, aRow({ reading: aReading({ comment }) }));
    expect((await rowsOf(set))[0]?.reading.comment).toBe(comment);
  });

  it('tells the revision of each row, which another reading changes', async () => {
    const set = aDealSet({ salonKey: 'revisions' });
    const contents = () => toySets(table).contentsOf(set);
    await toySets(table).putRow(set, aRow({ eventId: 'e1' }));
    await toySets(table).putRow(set, aRow({ eventId: 'e2' }));
    const [one, two] = (await contents()).revisions;
    await toySets(table).putRow(set, aRow({ eventId: 'e2', replay: 1 }));
    const { revisions } = await contents();
    expect(revisions).toHaveLength(2);
    expect(revisions[0]).toBe(one);
    expect(revisions[1]).not.toBe(two);
  });

  it('asks for another try when others always come first', async () => {
    const unlucky = { ...memoryTable(), putIf: () => Promise.resolve(false) };
    await expect(toySets(unlucky).putRow(aDealSet(), aRow())).rejects.toBeInstanceOf(TryAgain);
  });
});

describe('a link', () => {
  it('says in a set that another speaks with it, once and whatever stands in the id', async () => {
    const deal = aDealSet({ salonKey: 'links' });
    for (const id of ['2', '1', '2', 'a#b', '😀'.repeat(200)]) await toySets(table).putLink(deal, id);
    await toySets(table).putRow(deal, aRow());
    const { links, rows } = await toySets(table).contentsOf(deal);
    expect(links.sort()).toEqual(['1', '2', 'a#b', '😀'.repeat(200)].sort());
    expect(rows).toEqual([aRow()]);
  });

  it('is read without the rows, beside the mark', async () => {
    const deal = aDealSet({ salonKey: 'links alone' });
    await toySets(table).putLink(deal, '1');
    await toySets(table).putRow(deal, aRow());
    const read: Item[][] = [];
    const watched = {
      ...table,
      query: async (pk: string, prefix: string) => {
        const items = await table.query(pk, prefix);
        read.push(items);
        return items;
      },
    };
    expect(await toySets(watched).linksOf(deal)).toMatchObject({ links: ['1'], many: undefined });
    expect(read.flat()).toHaveLength(1);
  });

  it('is put once a process: what it has put itself is not put again', async () => {
    const own = memoryTable();
    let puts = 0;
    const counted = {
      ...own,
      putIf: (item: Item, rev: string | undefined) => {
        puts += 1;
        return own.putIf(item, rev);
      },
    };
    const sets = toySets(counted);
    await sets.putLink(aBookingSet(), '771904');
    await sets.putLink(aBookingSet(), '771904');
    expect(puts).toBe(1);
    await sets.putLink(aBookingSet({ id: '2' }), '771904');
    expect(puts).toBe(2);
  });

  it('is put again after a put that failed', async () => {
    const own = memoryTable();
    let broken = true;
    const sets = toySets({
      ...own,
      putIf: (item, rev) => (broken ? Promise.reject(new Error('no table')) : own.putIf(item, rev)),
    });
    await expect(sets.putLink(aBookingSet(), '1')).rejects.toThrow('no table');
    broken = false;
    await sets.putLink(aBookingSet(), '1');
    expect((await sets.contentsOf(aBookingSet())).links).toEqual(['1']);
  });
});

describe('the mark of a deal that names too many bookings', () => {
  it('is absent, then open, then done, and never goes back', async () => {
    const deal = aDealSet({ salonKey: 'many' });
    const sets = toySets(table);
    expect(await sets.manyOf(deal)).toBeUndefined();
    await sets.openMany(deal);
    expect(await sets.manyOf(deal)).toBe('open');
    await sets.openMany(deal);
    await sets.finishMany(deal);
    expect(await sets.manyOf(deal)).toBe('done');
    await sets.openMany(deal);
    expect(await sets.manyOf(deal)).toBe('done');
    await sets.finishMany(deal);
    expect((await sets.contentsOf(deal)).many).toBe('done');
    expect((await sets.linksOf(deal)).many).toBe('done');
  });
});
