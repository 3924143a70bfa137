import { describe, expect, it } from '@jest/globals';
import {
  bookingRow,
  bookingSet,
  dealOf,
  dealRow,
  dealSet,
  minute,
  origin,
  outboundWorld,
  type WorldOptions,
} from './world.ts';

const at = (minutes: number) => new Date(origin - 24 * 60 * minute + minutes * minute).toISOString();
const upload = 'upload.offline_messages';

async function withRequest(options: WorldOptions = {}) {
  const world = await outboundWorld(options);
  await world.writer(bookingSet('558213'), bookingRow({ id: '558213', at: at(0), event: 'b1' }));
  return world;
}

describe('A call of which it is not known what became', () => {
  it('may be carried out for a minute from when it was given up, not from when it was begun', async () => {
    let isFirst = true;
    let advance = () => {};
    const fault = (method: string) => {
      if (method !== upload || !isFirst) return 'none';
      isFirst = false;
      advance();
      return 'late';
    };
    const world = await withRequest({ remote: { fault, lateMs: () => 30_000 } });
    // Those before it took long: it is given up 50 s after it was noted.
    advance = () => {
      world.clock.now += 50_000;
    };
    expect(await world.drain()).toBe('again');
    world.clock.now += 15_000;
    await world.drain();
    await world.settle();
    world.remote.carryOutLate();
    expect(world.remote.held.requests.size).toBe(1);
  });

  it('is found by when its request was sent as made, also when that is told otherwise meanwhile', async () => {
    let fault = 'unanswered' as 'unanswered' | 'none';
    const world = await withRequest({ remote: { fault: (method) => (method === upload ? fault : 'none') } });
    await world.drain();
    fault = 'none';
    // An earlier event comes late.
    await world.writer(bookingSet('558213'), bookingRow({ id: '558213', at: at(-5 * 24 * 60), event: 'b0' }));
    await world.settle();
    expect(world.remote.held.requests.size).toBe(1);
  });
});

describe('Many that are refused', () => {
  it('for what they name and is gone there have it made anew, and none is set aside', async () => {
    const world = await outboundWorld();
    const tell = async (event: string, minutes: number, stage: string) => {
      for (let n = 0; n < 12; n++) {
        const id = `d${n}`;
        await world.writer(dealSet(id), dealRow({ id, at: at(minutes), event: `${event}${n}`, stage }));
      }
    };
    await tell('a', 0, '10');
    await world.settle();
    // Somebody deletes the stages in the cabinet there.
    world.remote.held.funnels.clear();
    await tell('b', 60, '20');
    await world.settle();
    expect(await world.deps.status('demo')).not.toHaveProperty('stopped');
    for (let n = 0; n < 12; n++) expect((await world.state.sent(dealOf(`d${n}`))).value?.parked).toBeUndefined();
    expect(world.remote.held.deals.get('arbat.d.d0')).toHaveLength(2);
  });
});

describe('A stop', () => {
  it('lasts as long as nothing is accepted, whatever else goes wrong meanwhile', async () => {
    let isDown = false;
    const world = await withRequest({ remote: { fault: () => (isDown ? 'down' : 'none') } });
    world.remote.access.keys.set('demo-key', 'expired');
    expect(await world.drain()).toBe('stopped');
    isDown = true;
    world.clock.now += 16 * minute;
    expect(await world.drain()).toBe('again');
    expect(await world.deps.status('demo')).toMatchObject({ stopped: { reason: 'access_token_expired' } });
    isDown = false;
    world.remote.access.keys.set('demo-key', 'valid');
    await world.settle();
    expect(await world.deps.status('demo')).not.toHaveProperty('stopped');
    expect(world.remote.held.requests.size).toBe(1);
  });
});

describe('More records than are looked at in one go', () => {
  it('are all looked at, though the first of them have to wait', async () => {
    const world = await outboundWorld();
    const table = world.tables.records;
    const { list } = table;
    // As if two were a page.
    table.list = (range) => list({ ...range, limit: Math.min(range.limit, 2) });
    const future = new Date(origin + 60 * minute).toISOString();
    for (const id of ['d1', 'd2']) {
      // CoMagic takes nothing of the future.
      await world.writer(dealSet(id), dealRow({ id, at: future, event: `e${id}`, stage: '10' }));
    }
    for (const id of ['d3', 'd4', 'd5']) {
      await world.writer(dealSet(id), dealRow({ id, at: at(0), event: `e${id}`, stage: '10' }));
    }
    await world.drain();
    expect([...world.remote.held.deals.keys()].sort()).toEqual(['arbat.d.d3', 'arbat.d.d4', 'arbat.d.d5']);
  });
});
