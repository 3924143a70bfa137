import { describe, expect, it } from '@jest/globals';
import { TryAgain } from '../../lib/model/try-again.ts';
import type { SetRules } from '../../lib/store/event-set.ts';
import { records } from '../../lib/store/records.ts';
import { setPartition } from '../../lib/store/sets.ts';
import type { Table } from '../../lib/store/table.ts';
import { aReading } from '../build/reading.ts';
import { aRow } from '../build/row.ts';
import { memoryTable } from './memory-table.ts';
import { folding, toyRules } from './toy-rules.ts';
import { aBookingSet, aDealSet, toySets } from './toy-sets.ts';

const march = '2026-03-17T14:05:45.000Z';
const february = '2026-02-27T10:00:00.000Z';

describe('a view', () => {
  it('is not written again while the rows are the same', async () => {
    const own = memoryTable();
    await toySets(own).putRow(aDealSet(), aRow());
    await toySets(own).foldDeal(aDealSet(), 'demo');
    await toySets(own).putRow(aBookingSet(), aRow());
    await toySets(own).foldBooking(aBookingSet(), 'demo');
    const readOnly = { ...own, putIf: () => Promise.reject(new Error('written')) };
    await expect(toySets(readOnly).foldDeal(aDealSet(), 'demo')).resolves.toHaveProperty('deal');
    await expect(toySets(readOnly).foldBooking(aBookingSet(), 'demo')).resolves.toHaveProperty('extId');
  });

  it('is written anew under another digest, though it says the same', async () => {
    const own = memoryTable();
    await toySets(own).putRow(aDealSet(), aRow());
    await toySets(own).foldDeal(aDealSet(), 'demo');
    const rules = folding(({ deal, request }) => ({ deal: { ...deal, digest: 'another' }, request }));
    await toySets(own, { rules }).foldDeal(aDealSet(), 'demo');
    expect((await own.get(setPartition(aDealSet()), 'v#deal'))?.rev).toBe('another');
  });

  it('is folded again by rules of a larger version and left alone by rules of a smaller one', async () => {
    const own = memoryTable();
    for (const set of [aDealSet(), aBookingSet()]) await toySets(own).putRow(set, aRow());
    await toySets(own).foldDeal(aDealSet(), 'demo');
    await toySets(own).foldBooking(aBookingSet(), 'demo');
    const newer: SetRules = {
      ...folding(({ deal, request }) => ({ deal: { ...deal, digest: '2' }, request: { ...request, digest: '2' } })),
      foldBookingSet: (set, sources) => ({ ...toyRules.foldBookingSet(set, sources), digest: '2' }),
      foldVersion: 2,
    };
    await toySets(own, { rules: newer }).foldDeal(aDealSet(), 'demo');
    await toySets(own, { rules: newer }).foldBooking(aBookingSet(), 'demo');
    const stored = own.all();
    await expect(toySets(own).foldDeal(aDealSet(), 'demo')).rejects.toBeInstanceOf(TryAgain);
    await expect(toySets(own).foldBooking(aBookingSet(), 'demo')).rejects.toBeInstanceOf(TryAgain);
    expect(own.all()).toEqual(stored);
    expect((await own.get(setPartition(aDealSet()), 'v#deal'))?.rev).toBe('2');
  });

  it('of an older look at the rows never replaces that of a newer one', async () => {
    const own = memoryTable();
    const early = aRow({ eventId: 'e1', receivedAt: february, reading: aReading({ amount: 100 }) });
    const late = aRow({ eventId: 'e2', receivedAt: march, reading: aReading({ amount: 200 }) });
    await toySets(own).putRow(aDealSet(), early);
    let overtaken = false;
    // While the slow worker folds what it read, another puts a row and folds.
    const slow: Table = {
      ...own,
      putIf: async (item, expectedRev) => {
        if (!overtaken) {
          overtaken = true;
          await toySets(own).putRow(aDealSet(), late);
          await toySets(own).foldDeal(aDealSet(), 'demo');
        }
        return own.putIf(item, expectedRev);
      },
    };
    expect((await toySets(slow).foldDeal(aDealSet(), 'demo')).deal?.revenue).toBe(200);
    expect((await records(own).deal(aDealSet()))?.revenue).toBe(200);
  });

  it('asks for another try when others always come first', async () => {
    const own = memoryTable();
    await toySets(own).putRow(aDealSet(), aRow());
    const unlucky = { ...own, putIf: () => Promise.resolve(false) };
    await expect(toySets(unlucky).foldDeal(aDealSet(), 'demo')).rejects.toBeInstanceOf(TryAgain);
    await expect(toySets(unlucky).foldBooking(aBookingSet(), 'demo')).rejects.toBeInstanceOf(TryAgain);
  });

  it('of more than 1,000 rows is reported', async () => {
    const counts: number[] = [];
    const many = toySets(memoryTable(), { onLargeSet: (rows) => counts.push(rows) });
    for (let n = 0; n < 1000; n++) await many.putRow(aDealSet(), aRow({ eventId: `e${n}` }));
    await many.foldDeal(aDealSet(), 'demo');
    expect(counts).toEqual([]);
    await many.putRow(aDealSet(), aRow({ eventId: 'one more' }));
    await many.foldDeal(aDealSet(), 'demo');
    expect(counts).toEqual([1001]);
  });
});
