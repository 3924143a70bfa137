import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SetRef, SetRow } from '../../lib/model/event-set.ts';
import { TryAgain } from '../../lib/model/try-again.ts';
import { eventSets, type EventSetDeps } from '../../lib/store/event-set.ts';
import { monthPartitions } from '../../lib/store/listing.ts';
import { records } from '../../lib/store/records.ts';
import { setPartition } from '../../lib/store/sets.ts';
import type { Table } from '../../lib/store/table.ts';
import { tables } from '../../lib/model/tables.ts';
import { aReading } from '../build/reading.ts';
import { aRow } from '../build/row.ts';
import { startEngine, type Engine } from './engine.ts';
import { memoryTable } from './memory-table.ts';
import { toyFold, toyListed, toyRules } from './toy-rules.ts';

function aSet(over: Partial<SetRef> = {}): SetRef {
  return { salonKey: 'arbat', kind: 'deal', id: '771904', ...over };
}

function sets(table: Table, over: Partial<EventSetDeps> = {}) {
  return eventSets({ table, rules: toyRules, listed: toyListed, onLargeSet: () => undefined, ...over });
}

const march = '2026-03-17T14:05:45.000Z';
const february = '2026-02-27T10:00:00.000Z';

/** Sort keys and summaries of an account's deals of a month. */
async function listedIn(table: Table, month: string) {
  const [partition] = monthPartitions('demo', 'deal', `${month}-01T00:00:00.000Z`, `${month}-02T00:00:00.000Z`);
  const [index] = tables.records.indexes;
  return table.list({ index, partition: partition!.key, from: '2', to: '3', order: 'asc', limit: 100 });
}

let engine: Engine;
let table: Table;
beforeAll(async () => {
  engine = await startEngine();
  table = engine.table('records');
});
afterAll(() => engine.stop());

describe('a set of events', () => {
  it('gives its rows back as they were put, whatever stands in the id', async () => {
    for (const id of ['1', 'a#b', 'сделка', '😀'.repeat(200)]) {
      const set = aSet({ salonKey: 'ids', id });
      await sets(table).put(set, aRow());
      expect(await sets(table).rows(set)).toEqual([aRow()]);
    }
  });

  it('holds one row a delivery, however often it is put', async () => {
    const set = aSet({ salonKey: 'once' });
    await sets(table).put(set, aRow({ eventId: 'e1' }));
    await sets(table).put(set, aRow({ eventId: 'e1' }));
    await sets(table).put(set, aRow({ eventId: 'e2' }));
    expect(await sets(table).rows(set)).toEqual([aRow({ eventId: 'e1' }), aRow({ eventId: 'e2' })]);
  });

  it('merges what is put twice as the rules say', async () => {
    const set = aSet({ salonKey: 'merge' });
    await sets(table).put(set, aRow({ replay: 7 }));
    await sets(table).put(set, aRow({ replay: 0 }));
    expect(await sets(table).rows(set)).toEqual([aRow({ replay: 7 })]);
    await sets(table).put(set, aRow({ replay: 9 }));
    expect(await sets(table).rows(set)).toEqual([aRow({ replay: 9 })]);
  });

  it('stores no repeat that the rules call superfluous, but one received earlier', async () => {
    const set = aSet({ salonKey: 'repeat' });
    await sets(table).put(set, aRow({ receivedAt: march }));
    await sets(table).put(set, aRow({ receivedAt: '2026-03-18T00:00:00.000Z' }));
    await sets(table).put(set, aRow({ receivedAt: february }));
    expect((await sets(table).rows(set)).map(({ receivedAt }) => receivedAt)).toEqual([february, march]);
  });

  it('takes the largest event that the door admits', async () => {
    const set = aSet({ salonKey: 'large' });
    const comment = noise(200_000);
    await sets(table).put(set, aRow({ reading: aReading({ comment }) }));
    expect((await sets(table).rows(set))[0]?.reading.comment).toBe(comment);
  });

  it('reports a fold of more than 1,000 rows', async () => {
    const counts: number[] = [];
    const many = sets(memoryTable(), { onLargeSet: (rows) => counts.push(rows) });
    for (let n = 0; n < 1000; n++) await many.put(aSet(), aRow({ eventId: `e${n}` }));
    await many.refold(aSet(), 'demo');
    expect(counts).toEqual([]);
    await many.put(aSet(), aRow({ eventId: 'one more' }));
    await many.refold(aSet(), 'demo');
    expect(counts).toEqual([1001]);
  });
});

describe('the views of a set', () => {
  it('are what its rows fold into, and can be read back', async () => {
    const set = aSet({ salonKey: 'fold' });
    await sets(table).put(set, aRow({ reading: aReading({ name: 'Стрижка' }) }));
    const folded = await sets(table).refold(set, 'demo');
    expect(folded).toEqual(toyFold(set, [aRow({ reading: aReading({ name: 'Стрижка' }) })]));
    expect(await records(table).deal(set)).toEqual(folded.deal);
    expect(await records(table).request(set)).toEqual(folded.request);
    expect(folded.deal?.name).toBe('Стрижка');
  });

  it('are not there before the set is folded, nor where the fold makes none', async () => {
    const set = aSet({ salonKey: 'none', kind: 'booking' });
    await sets(table).put(set, withoutRequest(aRow()));
    expect(await records(table).request(set)).toBeUndefined();
    await sets(table).refold(set, 'demo');
    expect(await records(table).request(set)).toBeUndefined();
    expect(await records(table).deal(set)).toBeUndefined();
  });

  it('leave the store and the list when the rows no longer make them', async () => {
    const own = memoryTable();
    const set = aSet();
    await sets(own).put(set, aRow());
    await sets(own).refold(set, 'demo');
    expect(await listedIn(own, '2026-03')).toHaveLength(1);
    const fold = () => ({ digest: 'without a deal' });
    await sets(own, { rules: { ...toyRules, fold } }).refold(set, 'demo');
    expect(await records(own).deal(set)).toBeUndefined();
    expect(await listedIn(own, '2026-03')).toEqual([]);
  });

  it('are listed by account, kind and month with the columns given', async () => {
    const set = aSet({ salonKey: 'listed' });
    await sets(table).put(
      set,
      aRow({ receivedAt: '2025-12-31T23:59:59.999Z', reading: aReading({ name: 'Стрижка' }) }),
    );
    await sets(table).refold(set, 'demo');
    expect(await listedIn(table, '2025-12')).toEqual([
      { sort: '2025-12-31T23:59:59.999Z#listed.d.771904', summary: '{"name":"Стрижка"}' },
    ]);
  });

  it('move in the lists when their date moves', async () => {
    const own = memoryTable();
    await sets(own).put(aSet(), aRow({ receivedAt: march }));
    await sets(own).refold(aSet(), 'demo');
    expect(await listedIn(own, '2026-03')).toHaveLength(1);
    await sets(own).put(aSet(), aRow({ receivedAt: february }));
    await sets(own).refold(aSet(), 'demo');
    expect(await listedIn(own, '2026-03')).toEqual([]);
    expect(await listedIn(own, '2026-02')).toHaveLength(1);
  });

  it('take the longest ids into the lists', async () => {
    const set = aSet({ salonKey: 'long', id: '😀'.repeat(200) });
    await sets(table).put(set, aRow({ receivedAt: '2024-05-01T00:00:00.000Z' }));
    await sets(table).refold(set, 'demo');
    expect(await listedIn(table, '2024-05')).toHaveLength(1);
  });

  it('hold the largest record that the contract allows', async () => {
    const set = aSet({ salonKey: 'largest' });
    await sets(table).put(set, aRow());
    const userFields = Array.from({ length: 150 }, (_, n) => ({ id: `${n}`, value: noise(1000) }));
    const fold: typeof toyFold = (ref, rows) => {
      const folded = toyFold(ref, rows);
      return { ...folded, deal: { ...folded.deal!, userFields } };
    };
    await sets(table, { rules: { ...toyRules, fold } }).refold(set, 'demo');
    expect((await records(table).deal(set))?.userFields).toEqual(userFields);
  });

  it('are not written again while the rows are the same', async () => {
    const own = memoryTable();
    await sets(own).put(aSet(), aRow());
    await sets(own).refold(aSet(), 'demo');
    const readOnly = { ...own, putIf: () => Promise.reject(new Error('written')) };
    await expect(sets(readOnly).refold(aSet(), 'demo')).resolves.toHaveProperty('digest');
  });

  it('are folded again by rules of a larger version and left alone by rules of a smaller one', async () => {
    const own = memoryTable();
    await sets(own).put(aSet(), aRow());
    await sets(own).refold(aSet(), 'demo');
    const fold: typeof toyFold = (ref, rows) => ({ ...toyFold(ref, rows), digest: '2' });
    await sets(own, { rules: { ...toyRules, fold, foldVersion: 2 } }).refold(aSet(), 'demo');
    const stored = own.all();
    await expect(sets(own).refold(aSet(), 'demo')).rejects.toBeInstanceOf(TryAgain);
    expect(own.all()).toEqual(stored);
    expect((await own.get(setPartition(aSet()), 'v#deal'))?.rev).toBe('2');
  });

  it('of an older look at the rows never replace those of a newer one', async () => {
    const own = memoryTable();
    const early = aRow({ eventId: 'e1', receivedAt: february, reading: aReading({ amount: 100 }) });
    const late = aRow({ eventId: 'e2', receivedAt: march, reading: aReading({ amount: 200 }) });
    await sets(own).put(aSet(), early);
    let overtaken = false;
    // While the slow worker folds what it read, another puts a row and folds.
    const slow: Table = {
      ...own,
      putIf: async (item, expectedRev) => {
        if (!overtaken) {
          overtaken = true;
          await sets(own).put(aSet(), late);
          await sets(own).refold(aSet(), 'demo');
        }
        return own.putIf(item, expectedRev);
      },
    };
    expect((await sets(slow).refold(aSet(), 'demo')).deal?.revenue).toBe(200);
    expect((await records(own).deal(aSet()))?.revenue).toBe(200);
  });

  it('ask for another try when others always come first', async () => {
    const own = memoryTable();
    await sets(own).put(aSet(), aRow());
    const unlucky = { ...own, putIf: () => Promise.resolve(false) };
    await expect(sets(unlucky).refold(aSet(), 'demo')).rejects.toBeInstanceOf(TryAgain);
    await expect(sets(unlucky).put(aSet(), aRow({ eventId: 'e2' }))).rejects.toBeInstanceOf(TryAgain);
  });
});

function withoutRequest(row: SetRow): SetRow {
  const copy = { ...row };
  delete copy.request;
  return copy;
}

/** Text that hardly compresses, the same every time. */
function noise(length: number): string {
  let state = 42;
  return Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return String.fromCharCode(33 + (Math.floor(state / 65_536) % 90));
  }).join('');
}
