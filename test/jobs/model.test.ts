import { describe, expect, it } from '@jest/globals';
import { removals } from './removals.ts';
import { jobSchedule, type Removal } from './schedule.ts';

const long = 600_000;

async function firstFailure(count: number, removal: Removal = {}): Promise<string[]> {
  for (let seed = 1; seed <= count; seed++) {
    const wrong = await jobSchedule(seed * 7919 + 13, removal);
    if (wrong.length > 0) return wrong.map((complaint) => `seed ${seed}: ${complaint}`);
  }
  return [];
}

describe('Jobs whose steps die, come twice, late and at once', () => {
  it(
    'do each line once and count it, and leave it in one set',
    async () => {
      expect(await firstFailure(300)).toEqual([]);
    },
    long,
  );
});

describe('Jobs go wrong when', () => {
  it.each(Object.entries(removals))(
    '%s',
    async (_, { most, ...removal }) => {
      expect(await firstFailure(most, removal)).not.toEqual([]);
    },
    long,
  );
});
