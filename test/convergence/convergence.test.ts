import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startEngine, type Engine } from '../store/engine.ts';
import { handleWith } from './handle.ts';
import { fewSets } from './runs.ts';
import { trial, trialOf } from './trial.ts';

describe('deliveries in any order, repeated, interleaved and interrupted', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await startEngine();
  });
  afterAll(() => engine.stop());

  it('end in the records of a quiet store, on the real engine', async () => {
    const tables = { records: engine.table('records'), journal: engine.table('journal') };
    const limits = { handleWith: handleWith({ limits: fewSets }), mostBookings: fewSets.bookings };
    for (let seed = 1; seed <= 30; seed++) {
      expect(await trial({ ...trialOf(seed, 12), tables, ...limits })).toEqual([]);
    }
  }, 600_000);
});
