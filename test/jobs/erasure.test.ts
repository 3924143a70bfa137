import { describe, expect, it } from '@jest/globals';
import type { LineDeps } from '../../functions/wiring/replay-deps.ts';
import { pausedAt, type ErasureRemoval, type Paused } from './erasure-schedule.ts';

const long = 300_000;
const everybody: Paused[] = ['worker', 'parked', 'replay'];

/** Calls that are still made after the erasure, before a death. */
const deaths = [undefined, 0, 3];

/** Pauses at one call after the other; answers the first at which something is left. */
async function firstLeft(who: Paused, removal: ErasureRemoval = {}): Promise<string[]> {
  for (const more of deaths) {
    for (let calls = 0; ; calls++) {
      const left = await pausedAt(who, calls, more, removal);
      if (left === undefined) break;
      if (left.length > 0) return [`${who}, paused after ${calls} calls, dying ${more} later: ${left.join()}`];
    }
  }
  return [];
}

const dropping = (table: 'records' | 'journal'): ErasureRemoval => ({
  tables: (tables) => ({
    ...tables,
    [table]: {
      ...tables[table],
      putIf: (item, rev) => (item.pk.includes('#near#') ? Promise.resolve(true) : tables[table].putIf(item, rev)),
    } satisfies typeof tables.records,
  }),
});

const never = () => Promise.resolve({ erasures: [], changed: false });
function passingErased(deps: LineDeps): LineDeps {
  return {
    ...deps,
    findLine: async (key) => {
      const found = await deps.findLine(key);
      return found?.line.erased === undefined ? found : undefined;
    },
  };
}

const removals: [string, Paused, ErasureRemoval][] = [
  ['neighbours are not put', 'worker', dropping('records')],
  ['lines that made no record are not indexed', 'worker', dropping('journal')],
  ['lines that made no record are not indexed', 'parked', dropping('journal')],
  ['a worker does not read erasures after its lines', 'worker', { worker: (deps) => ({ ...deps, erasuresOf: never }) }],
  ['the parked function does not read them', 'parked', { worker: (deps) => ({ ...deps, erasuresOf: never }) }],
  ['a replay does not read them', 'replay', { job: (deps) => ({ ...deps, erasuresOf: never }) }],
  ['a replay passes a line that was erased after it has claimed it', 'replay', { job: passingErased }],
  ['lines do not lead to events', 'replay', { job: (deps) => ({ ...deps, deliveriesOf: () => Promise.resolve([]) }) }],
  [
    'the erasure is told of after it has looked',
    'worker',
    {
      job: (deps) => {
        let asked = 0;
        return {
          ...deps,
          // Of its four stages the last.
          saveErasure: (account, erasure) =>
            ++asked < 4
              ? Promise.resolve({ v: 1, number: 1, ...erasure })
              : deps.saveErasure(account, { ...erasure, instant: '2000-01-01T00:00:00.000Z' }),
        };
      },
    },
  ],
];

describe('An erasure while somebody is at work', () => {
  it.each(everybody)(
    'leaves nothing, wherever a %s is paused or dies',
    async (who) => {
      expect(await firstLeft(who)).toEqual([]);
    },
    long,
  );

  it.each(removals)(
    'leaves something when %s (%s)',
    async (_, who, removal) => {
      expect(await firstLeft(who, removal)).not.toEqual([]);
    },
    long,
  );
});
