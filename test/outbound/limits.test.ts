import { describe, expect, it } from '@jest/globals';
import { drain } from '../../lib/flow/outbound/drain.ts';
import { tariffs } from '../../local/comagic/points.ts';
import { asking } from '../../lib/flow/outbound/ask.ts';
import { bookingRow, bookingSet, minute, origin, outboundWorld } from './world.ts';

const at = (minutes: number) => new Date(origin - 24 * 60 * minute + minutes * minute).toISOString();

describe('What an account may spend', () => {
  it.each(Object.entries(tariffs))(
    'is never passed by all who call at once, under the %s tariff, and a tenth is left for people',
    async (_, tariff) => {
      const world = await outboundWorld({ remote: { tariff } });
      for (let i = 0; i < 3; i++)
        await world.writer(bookingSet(`r${i}`), bookingRow({ id: `r${i}`, at: at(i), event: `b${i}` }));
      const access = { host: 'comagic', accessKey: 'demo-key' } as const;
      // The sender, and people who look at the connection as fast as they can, for two hours and into the next day.
      const others = [1, 2, 3].map(() => asking(world.deps, 'demo', access));
      let lowest = Infinity;
      for (let turn = 0; turn < 26 * 60; turn += 2) {
        world.clock.now = origin + turn * minute;
        await Promise.all([
          drain(world.deps)('demo', () => true),
          ...others.map(async (ask) => {
            for (let call = 0; call < tariff.minute / 2; call++) {
              const { limits } = await ask('get.account', {});
              if (limits !== undefined) lowest = Math.min(lowest, limits.minute_remaining);
            }
          }),
        ]);
      }
      expect(world.remote.counts.overLimit).toBe(0);
      expect(world.remote.held.requests.size).toBe(3);
      // But for the three calls that were under way when the limits were first told.
      expect(lowest).toBeGreaterThanOrEqual(Math.floor(tariff.minute / 10) - 3);
      expect(world.remote.counts.charged).toBeGreaterThan(tariff.day * 0.85);
    },
  );
});
