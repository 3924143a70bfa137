import { describe, expect, it } from '@jest/globals';
import type { Json } from '../../lib/model/json.ts';
import { preparedEvents } from '../../lib/flow/door/message.ts';
import { doorContract } from '../../lib/profsalon/contract.ts';
import { readEvent } from '../../lib/profsalon/read-event.ts';
import { parseLossless } from '../../lib/reading/lossless-json.ts';
import { context, decoded } from '../build/event.ts';
import { bodyShapes, eventShapes, formShapes, type Shape } from './shapes.ts';

const [small, large] = [25_000, 400_000];
/** Twice the bytes, at most 2.5 times the time: that is 39 times from the small to the large, where a square is 256. */
const mostGrowth = 2.5 ** 4;
/** What a run costs whatever its size, and what a collector adds, in ms. */
const floor = 1;

/** The shortest of several runs, ms; the quick ones run more often. */
function best(run: () => unknown): number {
  let least = Infinity;
  let spent = 0;
  for (let round = 0; round < 3 || (spent < 40 && round < 50); round++) {
    const began = performance.now();
    run();
    const took = performance.now() - began;
    spent += took;
    least = Math.min(least, took);
  }
  return least;
}

/** How many times longer the large body takes; measured again when that is too much, for the machine may have been busy. */
function growthOf(shape: Shape, run: (body: string) => () => unknown): number {
  let least = Infinity;
  for (let attempt = 0; attempt < 4 && least > mostGrowth; attempt++) {
    least = Math.min(least, (best(run(shape(large))) + floor) / (best(run(shape(small))) + floor));
  }
  return least;
}

/** All that the door does with a body but for its calls. */
function door(contentType: string) {
  return (body: string) => {
    const bytes = Buffer.from(body);
    return () => {
      const result = doorContract.decode({ bytes, contentType, contentEncoding: '' });
      return result.ok
        ? preparedEvents(doorContract, result.events, ['a-token-of-a-salon', 'a-hook-key-of-a-salon'], {})
        : result;
    };
  };
}

function reader(body: string) {
  const result = decoded(body, 'application/json');
  const event: Json = result.ok ? result.events[0]! : null;
  return () => readEvent(event, context);
}

describe('twice the bytes take the door at most 2.5 times as long', () => {
  it.each(Object.entries({ ...eventShapes, ...bodyShapes }))('JSON: %s', (_, shape) => {
    expect(growthOf(shape, door('application/json'))).toBeLessThanOrEqual(mostGrowth);
  });

  it.each(Object.entries(formShapes))('a form: %s', (_, shape) => {
    expect(growthOf(shape, door('application/x-www-form-urlencoded'))).toBeLessThanOrEqual(mostGrowth);
  });
});

describe('twice the bytes take the reader at most 2.5 times as long', () => {
  it.each(Object.entries(eventShapes))('%s', (_, shape) => {
    expect(growthOf(shape, reader)).toBeLessThanOrEqual(mostGrowth);
  });
});

describe('numbers that keep their digits', () => {
  const text = `[${'1,'.repeat(large / 2)}1]`;
  /** Measured: 13. By the reviver of JSON.parse it is 60. */
  const mostTimes = 30;

  it('take at most 30 times as long as numbers that do not', () => {
    expect(best(() => parseLossless(text))).toBeLessThan(mostTimes * (best(() => JSON.parse(text)) + floor));
  });
});
