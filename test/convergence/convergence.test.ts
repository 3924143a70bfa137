import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startEngine, type Engine } from '../store/engine.ts';
import { realHandle } from './handle.ts';
import { trial, trialOf } from './trial.ts';

describe('deliveries in any order, repeated, interleaved and interrupted', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await startEngine();
  });
  afterAll(() => engine.stop());

  it('end in the records of a quiet store, on the real engine', async () => {
    const tables = { records: engine.table('records'), journal: engine.table('journal') };
    for (let seed = 1; seed <= 40; seed++) {
      expect(await trial({ ...trialOf(seed, 12), tables, handleWith: realHandle })).toEqual([]);
    }
  }, 300_000);
});
