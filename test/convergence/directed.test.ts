import { describe, expect, it } from '@jest/globals';
import { removals } from './broken.ts';
import { crossingSchedules, lateFoldSchedule, passedSchedule, replaySchedule } from './directed.ts';
import type { HandleParts } from './handle.ts';

const long = 600_000;

/** What went wrong in the first of some hundreds of schedules of a crossing, spread over all pauses, that did. */
async function wrongCrossing(parts: HandleParts): Promise<string[]> {
  for await (const wrong of crossingSchedules(53, parts)) if (wrong.length > 0) return wrong;
  return [];
}

async function wrongLateFold(of: 'booking' | 'deal', parts: HandleParts): Promise<string[]> {
  for (let steps = 0; steps < 40; steps++) {
    const wrong = await lateFoldSchedule(of, steps, parts);
    if (wrong.length > 0) return wrong;
  }
  return [];
}

async function wrongReplay(parts: HandleParts): Promise<string[]> {
  for (let before = 0; before < 12; before++)
    for (let between = 0; between < 8; between++) {
      const wrong = await replaySchedule(before, between, parts);
      if (wrong.length > 0) return wrong;
    }
  return [];
}

describe('a deal that comes to have too many bookings, with one event and one crossing paused anywhere', () => {
  it(
    'ends as if all had come in order',
    async () => {
      expect(await wrongCrossing({})).toEqual([]);
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
      expect(await wrongCrossing(removals[name])).not.toEqual([]);
    },
    long,
  );
});

describe('a deal that comes to have too many bookings while one fold is paused anywhere', () => {
  it.each(['booking', 'deal'] as const)('ends as if all had come in order, when it is that of the %s', async (of) => {
    expect(await wrongLateFold(of, {})).toEqual([]);
  });

  it.each([
    ['booking', 'a request’s digest says nothing of the deals that were passed'],
    ['deal', 'a deal’s request has one digest before and after its bookings spoke'],
  ] as const)('goes wrong, that of the %s, when %s', async (of, name) => {
    expect(await wrongLateFold(of, removals[name])).not.toEqual([]);
  });
});

describe('a booking that three deals name, when two may speak and one is a subscription', () => {
  it('hears both others, whether that one was a subscription before or not', async () => {
    expect(await passedSchedule({})).toEqual([]);
  });

  it('goes wrong when subscriptions count among the deals of a booking', async () => {
    expect(await passedSchedule(removals['subscriptions count among the deals of a booking'])).not.toEqual([]);
  });
});

describe('a request that gives way, comes back and gives way again by replays, with one fold paused anywhere', () => {
  it(
    'ends as if all had come in order',
    async () => {
      expect(await wrongReplay({})).toEqual([]);
    },
    long,
  );

  it(
    'goes wrong when a request that gave way has one digest for ever',
    async () => {
      expect(await wrongReplay(removals['a request that gave way has one digest for ever'])).not.toEqual([]);
    },
    long,
  );
});
