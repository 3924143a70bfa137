import { expect, it } from '@jest/globals';
import { countedTable, noCounts } from '../../bench/units/counted-table.ts';
import { kindOfRecord } from '../../bench/units/kinds.ts';
import { tables } from '../../lib/model/tables.ts';
import { markerOf } from '../../lib/store/pending.ts';
import { anAccount } from '../build/settings.ts';
import { dealRow, dealSet, minute, origin, writerOf } from './world.ts';

const at = (minutes: number) => new Date(origin + minutes * minute).toISOString();

/** Write units of a deal's view that a second event changes; with those of taking its marker away. */
async function unitsOf(isOn: boolean): Promise<number> {
  const counts = noCounts();
  const table = countedTable(tables.records, kindOfRecord, counts);
  const connection = { apiHost: 'comagic', isOn, keySet: true } as const;
  const write = writerOf(
    table,
    () => new Date(origin),
    () => Promise.resolve(anAccount({ connection })),
  );
  const item = () => table.get('arbat#deal#771904', 'v#deal');
  const unmark = async () => {
    const stored = (await item())!;
    const marker = markerOf(stored);
    if (marker !== undefined) await table.unmark(tables.records.indexes[1], stored, marker);
  };
  await write(dealSet('771904'), dealRow({ id: '771904', at: at(0), event: 'e1', stage: '10' }));
  await unmark();
  const before = counts.writes.get('deal') ?? 0;
  await write(dealSet('771904'), dealRow({ id: '771904', at: at(1), event: 'e2', stage: '20' }));
  await unmark();
  return (counts.writes.get('deal') ?? 0) - before;
}

it('a changed record costs at most 3 write units more where it is sent: into the index, out of it, and the marker taken away', async () => {
  const [off, on] = [await unitsOf(false), await unitsOf(true)];
  expect(off).toBeGreaterThan(0);
  expect(on - off).toBe(3);
});
