import { describe, expect, it } from '@jest/globals';
import { memoryTable } from '../store/memory-table.ts';
import { foldWithoutDigest, rowsFirst, withoutCondition } from './broken.ts';
import { handleFoldedBy, realHandle } from './handle.ts';
import type { Handle, Tables } from './schedule.ts';
import { undoneStory } from './story.ts';
import { trial, trialOf } from './trial.ts';

/** What was wrong after the first of the schedules with these seeds, in memory, that failed. */
async function firstFailure(
  count: number,
  run: (seed: number, tables: Tables) => Promise<string[]>,
): Promise<string[]> {
  for (let seed = 1; seed <= count; seed++) {
    const wrong = await run(seed, { records: memoryTable(), journal: memoryTable() });
    if (wrong.length > 0) return wrong.map((complaint) => `seed ${seed}: ${complaint}`);
  }
  return [];
}

describe('deliveries in any order, repeated, interleaved and interrupted', () => {
  it('end in the records of a quiet store, thousands of times in memory', async () => {
    const run = (seed: number, tables: Tables) => trial({ ...trialOf(1000 + seed, 6), tables, handleWith: realHandle });
    expect(await firstFailure(2000, run)).toEqual([]);
  }, 300_000);
});

describe('the protocol', () => {
  const story = undoneStory('undone');
  const outcome = (handleWith: (tables: Tables) => Handle) =>
    firstFailure(400, (seed, tables) => trial({ seed, story, tables, handleWith }));

  it('holds in schedules in which one event undoes another', async () => {
    expect(await outcome(realHandle)).toEqual([]);
  });

  it('fails in them when views are written whatever is stored', async () => {
    expect(await outcome((tables) => realHandle({ ...tables, records: withoutCondition(tables.records) }))).not.toEqual(
      [],
    );
  });

  it('fails in them when rows are read before the views', async () => {
    expect(await outcome((tables) => realHandle({ ...tables, records: rowsFirst(tables.records) }))).not.toEqual([]);
  });

  it('fails in them when a view is known by what it says and not by the rows it was made of', async () => {
    expect(await outcome(handleFoldedBy(foldWithoutDigest))).not.toEqual([]);
  });
});
