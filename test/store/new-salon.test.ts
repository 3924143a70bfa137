import { describe, expect, it } from '@jest/globals';
import { settingsKeys } from '../../lib/model/keys.ts';
import { settingsStore } from '../../lib/store/settings.ts';
import type { Table } from '../../lib/store/table.ts';
import { aSalon } from '../build/settings.ts';
import { audited } from './claim-trial.ts';
import { memoryTable } from './memory-table.ts';

const keys = ['first-key-of-the-salon-0123456789abcdef', 'second-key-of-the-salon-0123456789abcde'];
const salon = audited(aSalon({ hookKeys: keys.map((key) => ({ key })) }), '2026-03-01T00:00:00.000Z');

/** A table of a function that dies at its write number `last`, before or after it is done. */
function dying(table: Table, last: number, done: boolean): Table {
  let writes = 0;
  return {
    ...table,
    putIf: async (...args) => {
      writes += 1;
      if (writes === last && !done) throw new Error('dead');
      const put = await table.putIf(...args);
      if (writes === last) throw new Error('dead');
      return put;
    },
  };
}

/** Two hook keys, the claim of its id, the salon, its audit line. */
const deaths = [1, 2, 3, 4, 5].flatMap((last) => [false, true].map((done) => ({ last, done })));

describe('a salon that is added', () => {
  it.each(deaths)('is not stored before the keys that its URL holds ($last, $done)', async ({ last, done }) => {
    const table = memoryTable();
    await expect(settingsStore(dying(table, last, done)).addSalon(salon)).rejects.toThrow('dead');
    const stored = (await settingsStore(table).listSalons('demo')).length;
    const found = await Promise.all(keys.map((key) => settingsKeys.hook(key)).map(({ pk, sk }) => table.get(pk, sk)));
    expect(stored).toBe(last > 4 || (last === 4 && done) ? 1 : 0);
    if (stored === 1) expect(found.map((item) => item?.pk)).toEqual(keys.map((key) => settingsKeys.hook(key).pk));
    else expect(found.filter((item) => item !== undefined)).toHaveLength(Math.min(done ? last : last - 1, 2));
  });
});
