import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { records } from '../../lib/store/records.ts';
import { setPartition } from '../../lib/store/sets.ts';
import type { Table } from '../../lib/store/table.ts';
import { aReading } from '../build/reading.ts';
import { aRow } from '../build/row.ts';
import { without } from '../build/without.ts';
import { startEngine, type Engine } from './engine.ts';
import { memoryTable } from './memory-table.ts';
import { folding } from './toy-rules.ts';
import { aBookingSet, aDealSet, listedIn, noise, toySets } from './toy-sets.ts';

const march = '2026-03-17T14:05:45.000Z';
const february = '2026-02-27T10:00:00.000Z';

let engine: Engine;
let table: Table;
beforeAll(async () => {
  engine = await startEngine();
  table = engine.table('records');
});
afterAll(() => engine.stop());

describe('the views of a deal’s set', () => {
  it('are what its rows fold into, and can be read back', async () => {
    const set = aDealSet({ salonKey: 'fold' });
    const row = aRow({ reading: aReading({ name: 'Стрижка' }) });
    await toySets(table).putRow(set, row);
    const folded = await toySets(table).foldDeal(set, 'demo');
    expect(folded.deal).toMatchObject({ extId: '771904', name: 'Стрижка', createdDateTime: march });
    expect(folded.request).toMatchObject({ extId: '771904', message: 'e1' });
    expect(folded.contents.rows).toEqual([row]);
    expect(await records(table).deal(set)).toEqual(folded.deal);
    expect(await records(table).request(set)).toEqual(folded.request);
  });

  it('are not there before the set is folded, nor where the fold makes none', async () => {
    const set = aDealSet({ salonKey: 'none' });
    await toySets(table).putRow(set, without(aRow(), 'request'));
    expect(await records(table).deal(set)).toBeUndefined();
    await toySets(table).foldDeal(set, 'demo');
    expect(await records(table).deal(set)).toBeDefined();
    expect(await records(table).request(set)).toBeUndefined();
  });

  it('say of a request that gave way no more than that, and list it nowhere', async () => {
    const own = memoryTable();
    await toySets(own).putRow(aDealSet(), aRow());
    await toySets(own).foldDeal(aDealSet(), 'demo');
    expect(await listedIn(own, '2026-03', 'request')).toHaveLength(1);
    await toySets(own).putLink(aDealSet(), '558213');
    expect((await toySets(own).foldDeal(aDealSet(), 'demo')).request).toBe('superseded');
    expect(await records(own).request(aDealSet())).toBe('superseded');
    expect(await listedIn(own, '2026-03', 'request')).toEqual([]);
    expect(await listedIn(own, '2026-03')).toHaveLength(1);
  });

  it('bring the request back when the deal was marked', async () => {
    const own = memoryTable();
    await toySets(own).putRow(aDealSet(), aRow());
    await toySets(own).putLink(aDealSet(), '558213');
    await toySets(own).foldDeal(aDealSet(), 'demo');
    await toySets(own).openMany(aDealSet());
    await toySets(own).foldDeal(aDealSet(), 'demo');
    expect(await records(own).request(aDealSet())).toMatchObject({ extId: '771904' });
    expect(await listedIn(own, '2026-03', 'request')).toHaveLength(1);
  });

  it('leave the store and the list when the rows no longer make them', async () => {
    const own = memoryTable();
    await toySets(own).putRow(aDealSet(), aRow());
    await toySets(own).foldDeal(aDealSet(), 'demo');
    expect(await listedIn(own, '2026-03')).toHaveLength(1);
    const rules = folding((views) => ({ ...views, deal: { digest: 'without a deal', record: undefined } }));
    await toySets(own, { rules }).foldDeal(aDealSet(), 'demo');
    expect(await records(own).deal(aDealSet())).toBeUndefined();
    expect(await listedIn(own, '2026-03')).toEqual([]);
  });

  it('are listed by account, kind and month with the columns given', async () => {
    const set = aDealSet({ salonKey: 'listed' });
    const receivedAt = '2025-12-31T23:59:59.999Z';
    await toySets(table).putRow(set, aRow({ receivedAt, reading: aReading({ name: 'Стрижка' }) }));
    await toySets(table).foldDeal(set, 'demo');
    expect(await listedIn(table, '2025-12')).toEqual([
      {
        pk: setPartition(set),
        sort: `${receivedAt}#listed.d.771904`,
        summary: '{"name":"Стрижка","foldVersion":1}',
      },
    ]);
  });

  it('without a record are listed by when their first row was received, or as of 2000 without one', async () => {
    const own = memoryTable();
    const rules = folding((views) => ({ ...views, deal: { digest: 'none', record: undefined, first: march } }));
    await toySets(own, { rules }).foldDeal(aDealSet(), 'demo');
    const summary = '{"foldVersion":1}';
    expect(await listedIn(own, '2026-03', 'none')).toEqual([
      { pk: setPartition(aDealSet()), sort: `${march}#arbat.d.771904`, summary },
    ]);
    await toySets(own).foldBooking(aBookingSet(), 'demo');
    expect(await listedIn(own, '2000-01', 'none')).toEqual([
      { pk: setPartition(aBookingSet()), sort: '2000-01-01T00:00:00.000Z#arbat.b.558213', summary },
    ]);
    await toySets(own).putRow(aDealSet(), aRow());
    await toySets(own).foldDeal(aDealSet(), 'demo');
    expect(await listedIn(own, '2026-03', 'none')).toEqual([]);
  });

  it('move in the lists when their date moves', async () => {
    const own = memoryTable();
    await toySets(own).putRow(aDealSet(), aRow({ receivedAt: march }));
    await toySets(own).foldDeal(aDealSet(), 'demo');
    expect(await listedIn(own, '2026-03')).toHaveLength(1);
    await toySets(own).putRow(aDealSet(), aRow({ receivedAt: february }));
    await toySets(own).foldDeal(aDealSet(), 'demo');
    expect(await listedIn(own, '2026-03')).toEqual([]);
    expect(await listedIn(own, '2026-02')).toHaveLength(1);
  });

  it('take the longest ids into the lists', async () => {
    const set = aDealSet({ salonKey: 'long', id: '😀'.repeat(200) });
    await toySets(table).putRow(set, aRow({ receivedAt: '2024-05-01T00:00:00.000Z' }));
    await toySets(table).foldDeal(set, 'demo');
    expect(await listedIn(table, '2024-05')).toHaveLength(1);
  });

  it('hold the largest record that the contract allows', async () => {
    const set = aDealSet({ salonKey: 'largest' });
    await toySets(table).putRow(set, aRow());
    const userFields = Array.from({ length: 150 }, (_, n) => ({ id: `${n}`, value: noise(1000) }));
    const rules = folding(({ deal, request }) => ({
      deal: { ...deal, record: { ...deal.record!, userFields } },
      request,
    }));
    await toySets(table, { rules }).foldDeal(set, 'demo');
    expect((await records(table).deal(set))?.userFields).toEqual(userFields);
  });
});
