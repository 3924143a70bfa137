import { describe, expect, it } from '@jest/globals';
import { drain } from '../../lib/flow/outbound/drain.ts';
import type { OutboundMessageDeps } from '../../lib/flow/outbound/outbound-message.ts';
import { ownPoints, removals } from './removals.ts';
import { outboundSchedule, type Removal } from './schedule.ts';
import { bookingRow, bookingSet, minute, origin, outboundWorld } from './world.ts';

const long = 600_000;

async function firstFailure(count: number, removal: Removal = {}): Promise<string[]> {
  for (let seed = 1; seed <= count; seed++) {
    const wrong = await outboundSchedule(seed * 7919 + 13, removal);
    if (wrong.length > 0) return wrong.map((complaint) => `seed ${seed}: ${complaint}`);
  }
  return [];
}

describe('Sending whose senders die, meet, and are not answered', () => {
  it(
    'ends with the receiver holding what a straight calculation says',
    async () => {
      expect(await firstFailure(2000)).toEqual([]);
    },
    long,
  );
});

describe('Sending goes wrong when', () => {
  it.each(Object.entries(removals))(
    '%s',
    async (_, { most, ...removal }) => {
      expect(await firstFailure(most, removal)).not.toEqual([]);
    },
    long,
  );
});

describe('In an order made for it, sending goes wrong when', () => {
  const day = new Date(origin - 24 * 60 * minute).toISOString();

  /** How often a request is there whose first call is carried out 50 s after it was given up. */
  async function timesThere(change: (deps: OutboundMessageDeps) => OutboundMessageDeps): Promise<number> {
    let isLate = true;
    const fault = (method: string) =>
      isLate && method === 'upload.offline_messages' ? ('late' as const) : ('none' as const);
    const world = await outboundWorld({ remote: { fault, lateMs: () => 50_000 }, change });
    await world.writer(bookingSet('558213'), bookingRow({ id: '558213', at: day, event: 'b1' }));
    await world.drain();
    isLate = false;
    for (let turn = 0; turn < 10; turn++) {
      world.clock.now += 20_000;
      world.remote.carryOutLate();
      await world.drain();
    }
    return world.remote.held.requests.size;
  }

  it('a call is read back while it may still be carried out', async () => {
    expect(await timesThere((deps) => ({ ...deps, settleMs: 0 }))).toBe(2);
    expect(await timesThere((deps) => deps)).toBe(1);
  });

  /** Calls over the limit of three senders in a row who find nothing left. */
  async function overLimit(change: (deps: OutboundMessageDeps) => OutboundMessageDeps): Promise<number> {
    const world = await outboundWorld({ remote: { tariff: { minute: 2, day: 500 } } });
    await world.writer(bookingSet('558213'), bookingRow({ id: '558213', at: day, event: 'b1' }));
    for (let turn = 0; turn < 3; turn++) await drain(change(world.deps))('demo', () => true);
    return world.remote.counts.overLimit;
  }

  it('each who sends counts points by itself', async () => {
    expect(await overLimit(ownPoints)).toBeGreaterThan(0);
    expect(await overLimit((deps) => deps)).toBe(0);
  });
});
