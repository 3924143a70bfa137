import { describe, expect, it } from '@jest/globals';
import { removals } from './broken.ts';
import { crossingSchedule, pausesUpTo, replaySchedule } from './directed.ts';
import type { HandleParts } from './handle.ts';

const long = 600_000;

/** How many of the schedules of a crossing went wrong, of some 600 spread over all pauses. */
async function wrongCrossings(parts: HandleParts, stride: number): Promise<number> {
  let wrong = 0;
  for (const pauses of pausesUpTo(36, 40, stride)) {
    if ((await crossingSchedule(pauses, parts)).length > 0) wrong++;
  }
  return wrong;
}

async function wrongReplays(parts: HandleParts): Promise<number> {
  let wrong = 0;
  for (let before = 0; before < 12; before++)
    for (let between = 0; between < 8; between++)
      if ((await replaySchedule(before, between, parts)).length > 0) wrong++;
  return wrong;
}

describe('a deal that comes to have too many bookings, with one event and one crossing paused anywhere', () => {
  it(
    'ends as if all had come in order',
    async () => {
      expect(await wrongCrossings({}, 53)).toBe(0);
    },
    long,
  );

  it.each([
    'views are written whatever is stored',
    'rows are read before the views that they replace',
    'a crossing is done before its folds',
  ] as const)(
    'goes wrong when %s',
    async (name) => {
      expect(await wrongCrossings(removals[name], 53)).toBeGreaterThan(0);
    },
    long,
  );
});

describe('a request that gives way, comes back and gives way again by replays, with one fold paused anywhere', () => {
  it(
    'ends as if all had come in order',
    async () => {
      expect(await wrongReplays({})).toBe(0);
    },
    long,
  );

  it(
    'goes wrong when a request that gave way has one digest for ever',
    async () => {
      expect(await wrongReplays(removals['a request that gave way has one digest for ever'])).toBeGreaterThan(0);
    },
    long,
  );
});
