import { describe, expect, it } from '@jest/globals';
import type { Salon } from '../../lib/model/settings.ts';
import { aClock, aDoorOf } from './door.ts';
import { aConnectedSalon, E, hookKey, sha256, token } from './told.ts';

const second = 1000;
const other = 'another-token-77';

/** A door whose clock stands still between deliveries, over settings that are changed behind it. */
function aStillDoor(over: Partial<Salon> = {}) {
  const clock = aClock();
  const state = { salon: aConnectedSalon(over) };
  const queue: string[] = [];
  const door = aDoorOf({ salon: () => state.salon, now: clock.now, queue });
  return {
    clock,
    queue,
    reads: () => door.state.reads,
    change: (settings: Partial<Salon>) => {
      state.salon = { ...state.salon, ...settings };
    },
    post: async (said = token) => {
      const headers = { 'x-salon-token': said };
      const { status, events } = await door.post({ path: hookKey, headers, body: E('deal.updated', { id: 5 }) });
      return events[0]?.reason ?? status;
    },
  };
}

describe('settings at the door', () => {
  it('are cached for 60 s', async () => {
    const door = aStillDoor();
    for (let times = 0; times < 60; times++) {
      expect(await door.post()).toBe(200);
      door.clock.advance(second);
    }
    expect(door.reads()).toBe(1);
    door.clock.advance(second);
    await door.post();
    expect(door.reads()).toBe(2);
  });

  it('that are older than 2 s are read again before anything is refused: a new token works at once', async () => {
    const door = aStillDoor();
    await door.post();
    door.clock.advance(3 * second);
    door.change({ tokenSha256: sha256(other) });
    expect(await door.post(other)).toBe(200);
  });

  it('that are older than 2 s are read again before anything is ignored: a fresh “Активен” works at once', async () => {
    const door = aStillDoor({ isActive: false });
    expect(await door.post()).toBe('integration_inactive');
    door.clock.advance(3 * second);
    door.change({ isActive: true });
    expect(await door.post()).toBe(200);
  });

  it.each<[string, Partial<Salon>, Partial<Salon>]>([
    ['deals_disabled', { sendDeals: false, sendRequests: false }, { sendDeals: true }],
    ['other_salon', { salonId: '7', salonLogin: 'x' }, { salonId: '1042' }],
  ])('that are older than 2 s are read again before an event is ignored as %s', async (reason, before, after) => {
    const door = aStillDoor(before);
    expect(await door.post()).toBe(reason);
    door.clock.advance(3 * second);
    door.change(after);
    expect(await door.post()).toBe(200);
  });

  it.each<[string, Partial<Salon>, Partial<Salon>]>([
    ['request', { sendRequests: false }, { sendRequests: true }],
    ['deal', { sendDeals: false }, { sendDeals: true }],
  ])(
    'that are older than 2 s are read again before the %s half of an event is ignored',
    async (_half, before, after) => {
      const door = aStillDoor(before);
      expect(await door.post()).toBe(200);
      door.clock.advance(3 * second);
      door.change(after);
      expect(await door.post()).toBe(200);
      expect(JSON.parse(door.queue[1] ?? '')).toMatchObject({ settings: { sendRequests: true, sendDeals: true } });
    },
  );

  it('are read at most once per 2 s and key, whatever is refused', async () => {
    const door = aStillDoor();
    await door.post();
    door.clock.advance(10 * second);
    for (let times = 0; times < 20; times++) expect(await door.post('wrong-token-1')).toBe(401);
    expect(door.reads()).toBe(2);
    door.clock.advance(2 * second + 1);
    await door.post('wrong-token-1');
    expect(door.reads()).toBe(3);
  });

  it('that are at most 2 s old are enough to refuse on', async () => {
    const door = aStillDoor();
    await door.post();
    door.change({ tokenSha256: sha256(other) });
    door.clock.advance(second);
    expect(await door.post(other)).toBe(401);
    expect(door.reads()).toBe(1);
  });

  it('let a revoked token live 60 s, and no longer', async () => {
    const door = aStillDoor();
    await door.post();
    door.change({ tokenSha256: sha256(other) });
    door.clock.advance(59 * second);
    expect(await door.post()).toBe(200);
    door.clock.advance(2 * second);
    expect(await door.post()).toBe(401);
  });

  it('whose age is below zero are stale: a clock that goes back an hour does not keep an old token', async () => {
    const door = aStillDoor();
    await door.post();
    door.clock.advance(-3600 * second);
    door.change({ tokenSha256: sha256(other) });
    expect(await door.post(other)).toBe(200);
    expect(await door.post()).toBe(401);
  });
});
