import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Send } from '../../lib/flow/door/send.ts';
import { aBooking, aDeal, aDoor, connected } from './door.ts';

const never = () => new Promise<never>(() => undefined);
const runningTime = { now: () => new Date(), monotonic: () => performance.now() };

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** What the work gives, and after how many milliseconds on the clock. */
async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const begin = Date.now();
  let took: number | undefined;
  const done = work().finally(() => {
    took = Date.now() - begin;
  });
  while (took === undefined && Date.now() - begin < 20_000) await jest.advanceTimersByTimeAsync(10);
  return [await done, took ?? Infinity];
}

describe('the time budget of a delivery', () => {
  it('answers 503 within two seconds when the queue never answers', async () => {
    const door = aDoor(connected(), { ...runningTime, send: never });
    const [{ status, json }, took] = await timed(() => door.post({ body: [aDeal, aBooking] }));
    expect(status).toBe(503);
    expect(json.events).toMatchObject([{ status: 'unavailable' }, { status: 'unavailable' }]);
    expect(took).toBeLessThan(2000);
    expect(took).toBeGreaterThan(1700);
  });

  it('answers 503 within two seconds when the settings never answer', async () => {
    const door = aDoor(connected(), { ...runningTime, findHook: never });
    const [{ status }, took] = await timed(() => door.post({ body: aDeal }));
    expect(status).toBe(503);
    expect(took).toBeLessThan(2000);
  });

  it('is one for both: slow settings leave less to the queue', async () => {
    const slowly = () => new Promise((resolve) => setTimeout(resolve, 900));
    const door = aDoor(connected(), {
      ...runningTime,
      findHook: async () => {
        await slowly();
        return { salon: connected() };
      },
      send: never,
    });
    const [{ status }, took] = await timed(() => door.post({ body: aDeal }));
    expect(status).toBe(503);
    expect(took).toBeLessThan(2000);
  });

  it.each([
    ['back', -3_600_000],
    ['forward', 3_600_000],
  ])('is the same when the clock jumps an hour %s meanwhile', async (_, jump) => {
    let sends = 0;
    const door = aDoor(connected(), {
      ...runningTime,
      findHook: () => {
        jest.setSystemTime(Date.now() + jump);
        return Promise.resolve({ salon: connected() });
      },
      send: () => {
        sends += 1;
        return never();
      },
    });
    const begin = performance.now();
    const answer = door.post({ body: aDeal });
    await jest.advanceTimersByTimeAsync(2000);
    expect((await answer).status).toBe(503);
    expect(sends).toBe(2);
    expect(performance.now() - begin).toBeLessThanOrEqual(2000);
  });

  it('tells a call to stop after a second and tries once more', async () => {
    const stopped: boolean[] = [];
    const send: Send = (outgoing, signal) =>
      stopped.length === 0
        ? new Promise((_, reject) => {
            signal.addEventListener('abort', () => {
              stopped.push(true);
              reject(new Error('aborted'));
            });
          })
        : Promise.resolve(outgoing.map(() => true));
    const [{ status }, took] = await timed(() => aDoor(connected(), { ...runningTime, send }).post({ body: aDeal }));
    expect([status, stopped]).toEqual([200, [true]]);
    expect(took).toBeGreaterThan(900);
  });

  it('sends in the second attempt only what the first left over', async () => {
    const attempts: string[][] = [];
    const door = aDoor(connected(), {
      send: (outgoing) => {
        attempts.push(outgoing.map(({ queue }) => queue));
        return Promise.resolve(outgoing.map(({ queue }) => queue === 'bookings' || attempts.length > 1));
      },
    });
    const { status, json } = await door.post({ body: [aDeal, aBooking, { ...aDeal, data: { id: 2 } }] });
    expect(status).toBe(200);
    expect(attempts).toEqual([
      ['deals', 'bookings', 'deals'],
      ['deals', 'deals'],
    ]);
    expect(json.events?.map(({ status: one }) => one)).toEqual(['accepted', 'accepted', 'accepted']);
  });

  it('makes no third attempt', async () => {
    let attempts = 0;
    const door = aDoor(connected(), {
      send: () => {
        attempts += 1;
        return Promise.reject(new Error('no queue'));
      },
    });
    expect((await door.post({ body: aDeal })).status).toBe(503);
    expect(attempts).toBe(2);
  });
});
