import { describe, expect, it } from '@jest/globals';
import { records } from '../../lib/store/records.ts';
import { setPartition } from '../../lib/store/sets.ts';
import type { Table } from '../../lib/store/table.ts';
import { aBookingReading, aReading } from '../build/reading.ts';
import { aRow } from '../build/row.ts';
import { memoryTable } from './memory-table.ts';
import { toyRules } from './toy-rules.ts';
import { aBookingSet, aDealSet, listedIn, toySets } from './toy-sets.ts';

const booking = aBookingSet();

/** A row of a deal's event, which its set holds. */
async function tellDeal(table: Table, id: string): Promise<void> {
  await toySets(table).putRow(aDealSet({ id }), aRow({ eventId: `of ${id}`, reading: aReading({ dealId: id }) }));
}

/** A row of the booking, which may name a deal. */
async function tellBooking(table: Table, eventId: string, dealId?: string): Promise<void> {
  const reading = aBookingReading(dealId === undefined ? {} : { dealId });
  await toySets(table).putRow(booking, aRow({ eventId, receivedAt: '2026-03-14T09:31:08.000Z', reading }));
}

/** The events that the booking's request was folded of, as it is stored. */
async function toldBy(table: Table): Promise<string | undefined> {
  const request = await records(table).request(booking);
  return request === 'superseded' ? request : request?.message;
}

describe('the request of a booking', () => {
  it('is folded of its own rows and of those of the deals that its rows or links name', async () => {
    const table = memoryTable();
    await tellBooking(table, 'own', '1');
    for (const id of ['1', '2', '3']) await tellDeal(table, id);
    await toySets(table).putLink(booking, '2');
    const folded = await toySets(table).foldBooking(booking, 'demo');
    expect(folded?.message).toBe('own,of 1,of 2');
    expect(await toldBy(table)).toBe('own,of 1,of 2');
    expect(await listedIn(table, '2026-03', 'request')).toMatchObject([{ pk: setPartition(booking) }]);
  });

  it('is not there where nothing speaks on it', async () => {
    const table = memoryTable();
    expect(await toySets(table).foldBooking(booking, 'demo')).toBeUndefined();
    expect(await records(table).request(booking)).toBeUndefined();
  });

  it('reads the view before the rows, and its own rows before those of the deals', async () => {
    const table = memoryTable();
    await tellBooking(table, 'own', '1');
    const read: string[] = [];
    const watched: Table = {
      ...table,
      get: (pk, sk) => {
        read.push(`${pk} ${sk}`);
        return table.get(pk, sk);
      },
      query: (pk, prefix) => {
        read.push(`${pk} ${prefix}`);
        return table.query(pk, prefix);
      },
    };
    await toySets(watched).foldBooking(booking, 'demo');
    expect(read).toEqual(['arbat#booking#558213 v#request', 'arbat#booking#558213 e', 'arbat#deal#1 e']);
  });

  it('passes deals that name too many bookings, and does not count them', async () => {
    const table = memoryTable();
    for (const id of ['1', '2', '3', '4']) {
      await tellDeal(table, id);
      await toySets(table).putLink(booking, id);
    }
    // The first is marked, the second has more bookings than it may speak on.
    await toySets(table).openMany(aDealSet({ id: '1' }));
    for (const id of ['7', '8', '9']) await toySets(table).putLink(aDealSet({ id: '2' }), id);
    await toySets(table).foldBooking(booking, 'demo');
    expect(await toldBy(table)).toBe('of 3,of 4');
    expect((await table.get(setPartition(booking), 'v#request'))?.rev).not.toContain('cut');
  });

  it('reads in no more deals than may speak, those with the smallest ids, and says that it was cut', async () => {
    const table = memoryTable();
    for (const id of ['3', '1', '2']) {
      await tellDeal(table, id);
      await toySets(table).putLink(booking, id);
    }
    const cuts: boolean[] = [];
    const rules: typeof toyRules = {
      ...toyRules,
      foldBookingSet: (set, sources) => {
        cuts.push(sources.cut);
        return toyRules.foldBookingSet(set, sources);
      },
    };
    await toySets(table, { rules }).foldBooking(booking, 'demo');
    expect(await toldBy(table)).toBe('of 1,of 2');
    expect(cuts).toEqual([true]);
  });

  it('is not cut by a deal beyond those that may speak when that one names too many bookings', async () => {
    const table = memoryTable();
    for (const id of ['1', '2', '3']) {
      await tellDeal(table, id);
      await toySets(table).putLink(booking, id);
    }
    await toySets(table).finishMany(aDealSet({ id: '3' }));
    await toySets(table).foldBooking(booking, 'demo');
    expect((await table.get(setPartition(booking), 'v#request'))?.rev).not.toContain('cut');
  });
});

describe('a deal that names the booking', () => {
  it('stands in its set from then on, and speaks', async () => {
    const table = memoryTable();
    await tellDeal(table, '1');
    expect((await toySets(table).foldBooking(booking, 'demo', '1'))?.message).toBe('of 1');
    expect((await toySets(table).contentsOf(booking)).links).toEqual(['1']);
    expect((await toySets(table).foldBooking(booking, 'demo'))?.message).toBe('of 1');
  });

  it('is not written again when a row or a link names it', async () => {
    const table = memoryTable();
    await tellDeal(table, '1');
    await tellBooking(table, 'own', '1');
    await toySets(table).foldBooking(booking, 'demo', '1');
    expect((await toySets(table).contentsOf(booking)).links).toEqual([]);
  });

  it('is told to a fold that waits for another of the same booking', async () => {
    const table = memoryTable();
    for (const id of ['1', '2']) await tellDeal(table, id);
    const sets = toySets(table);
    await Promise.all([
      sets.foldBooking(booking, 'demo'),
      sets.foldBooking(booking, 'demo', '1'),
      sets.foldBooking(booking, 'demo', '2'),
    ]);
    expect(await toldBy(table)).toBe('of 1,of 2');
  });
});
