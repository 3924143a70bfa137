import { describe, expect, it } from '@jest/globals';
import { directedOnly, removals } from './broken.ts';
import { firstFailure, firstUndone } from './runs.ts';

const long = 600_000;

describe('deliveries in any order, repeated, interleaved and interrupted', () => {
  it(
    'end in the records of a quiet store, thousands of times in memory',
    async () => {
      expect(await firstFailure(1500, 1000, 6, {})).toEqual([]);
    },
    long,
  );

  it(
    'end so when one event undoes another',
    async () => {
      expect(await firstUndone(300, {})).toEqual([]);
    },
    long,
  );
});

/** Those that stories of chance find. */
const found = Object.entries(removals).filter(([name]) => !directedOnly.includes(name));
const undone = 'a view is known by what it says, not by its rows';

describe('the protocol fails when', () => {
  it.each(found)(
    '%s',
    async (name, parts) => {
      const failure = name === undone ? await firstUndone(400, parts) : await firstFailure(3000, 1000, 6, parts);
      expect(failure).not.toEqual([]);
    },
    long,
  );
});
