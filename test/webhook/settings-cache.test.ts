import { describe, it, expect } from '@jest/globals';
import type { FoundHook } from '../../lib/model/delivery.ts';
import { aDeal, aDoor, connected, hookKey, sha256, token } from './door.ts';

const newToken = { 'x-salon-token': 'new-token' };

describe('the settings that the door remembers', () => {
  it('are read once a minute while they admit', async () => {
    const door = aDoor();
    await door.post({ body: aDeal });
    door.state.at += 60_000;
    await door.post({ body: aDeal });
    expect(door.state.reads).toBe(1);
    door.state.at += 1;
    await door.post({ body: aDeal });
    expect(door.state.reads).toBe(2);
  });

  it('let a token that was taken away live for up to a minute', async () => {
    const door = aDoor();
    await door.post({ body: aDeal });
    door.state.salon = connected({ tokenSha256: sha256('new-token') });
    door.state.at += 60_000;
    expect((await door.post({ body: aDeal })).status).toBe(200);
    door.state.at += 1;
    expect((await door.post({ body: aDeal })).status).toBe(401);
  });

  it('are read again before a token is refused, so that a new one works at once', async () => {
    const door = aDoor();
    await door.post({ body: aDeal });
    door.state.salon = connected({ tokenSha256: sha256('new-token') });
    door.state.at += 2001;
    expect((await door.post({ headers: newToken, body: aDeal })).status).toBe(200);
    expect(door.state.reads).toBe(2);
  });

  it('are read again before an event is ignored, so that a fresh "Активен" works at once', async () => {
    const door = aDoor(connected({ isActive: false }));
    expect((await door.post({ body: aDeal })).json.events).toMatchObject([{ status: 'ignored' }]);
    door.state.salon = connected({ isActive: true, version: 2 });
    door.state.at += 2001;
    expect((await door.post({ body: aDeal })).json.events).toMatchObject([{ status: 'accepted' }]);
    expect(door.events().map(({ settings }) => settings.version)).toEqual([1, 2]);
  });

  it('are not read again within two seconds', async () => {
    const door = aDoor();
    await door.post({ headers: newToken, body: aDeal });
    door.state.at += 2000;
    await door.post({ headers: newToken, body: aDeal });
    await door.post({ body: { hello: 1 } });
    expect(door.state.reads).toBe(1);
    door.state.at += 1;
    await door.post({ headers: newToken, body: aDeal });
    await door.post({ headers: newToken, body: aDeal });
    expect(door.state.reads).toBe(2);
  });

  it('are read again when the clock has jumped back, however far', async () => {
    for (const back of [1, 3_600_000]) {
      const door = aDoor();
      await door.post({ body: aDeal });
      door.state.salon = connected({ tokenSha256: sha256('new-token') });
      door.state.at -= back;
      expect((await door.post({ headers: newToken, body: aDeal })).status).toBe(200);
      expect((await door.post({ body: aDeal })).status).toBe(401);
      expect(door.state.reads).toBe(2);
    }
  });

  it('remember an unknown key, too, and notice within two seconds when it is given out', async () => {
    const door = aDoor();
    door.state.salon = undefined;
    expect((await door.post({ body: aDeal })).status).toBe(401);
    door.state.salon = connected();
    expect((await door.post({ body: aDeal })).status).toBe(401);
    expect(door.state.reads).toBe(1);
    door.state.at += 2001;
    expect((await door.post({ body: aDeal })).status).toBe(200);
  });

  it('end a hook key at its time, though they were read before', async () => {
    const door = aDoor(connected({ hookKeys: [{ key: hookKey, endsAt: '2026-03-17T14:05:46.000Z' }] }));
    expect((await door.post({ body: aDeal })).status).toBe(200);
    door.state.at += 999;
    expect((await door.post({ body: aDeal })).status).toBe(200);
    door.state.at += 1;
    expect((await door.post({ body: aDeal })).status).toBe(401);
    expect(door.state.reads).toBe(1);
  });

  it('end a hook key at the time that stands with the key itself', async () => {
    const door = aDoor();
    door.state.hook = { endsAt: '2026-03-17T14:05:45.000Z' };
    expect((await door.post({ body: aDeal })).status).toBe(401);
  });

  it('do not admit by a hook key that the salon lists no more', async () => {
    const door = aDoor(connected({ hookKeys: [{ key: 'another-key-of-the-salon-0123456789abcdef' }] }));
    expect((await door.post({ body: aDeal })).status).toBe(401);
  });

  it('are read once for calls that come at the same time', async () => {
    let reads = 0;
    const read = Promise.withResolvers<FoundHook>();
    const door = aDoor(connected(), {
      findHook: () => {
        reads += 1;
        return read.promise;
      },
    });
    const posts = [1, 2, 3].map(() => door.post({ body: aDeal }));
    read.resolve({ salon: connected() });
    expect((await Promise.all(posts)).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(reads).toBe(1);
  });

  it('are kept when a read fails: what they admit is still admitted', async () => {
    let broken = false;
    const door = aDoor(connected(), {
      findHook: () => (broken ? Promise.reject(new Error('no table')) : Promise.resolve({ salon: connected() })),
    });
    await door.post({ body: aDeal });
    broken = true;
    door.state.at += 3000;
    expect((await door.post({ headers: newToken, body: aDeal })).status).toBe(503);
    expect((await door.post({ body: aDeal })).status).toBe(200);
    door.state.at += 60_000;
    expect((await door.post({ body: aDeal })).status).toBe(503);
  });

  it('are read in a second attempt when the first fails', async () => {
    let reads = 0;
    const door = aDoor(connected(), {
      findHook: () => {
        reads += 1;
        return reads === 1 ? Promise.reject(new Error('no table')) : Promise.resolve({ salon: connected() });
      },
    });
    expect((await door.post({ body: aDeal })).status).toBe(200);
    expect(reads).toBe(2);
  });

  it('hold a thousand keys and let go of the one that was longest unused', async () => {
    const reads = new Map<string, number>();
    const door = aDoor(connected(), {
      findHook: (key) => {
        reads.set(key, (reads.get(key) ?? 0) + 1);
        return Promise.resolve(key === hookKey ? { salon: connected() } : undefined);
      },
    });
    const unknown = (index: number) => `unknown-key-${String(index).padStart(30, '0')}`;
    await door.post({ body: aDeal });
    for (let index = 0; index < 999; index += 1) await door.post({ path: unknown(index), body: aDeal });
    await door.post({ headers: { 'x-salon-token': token }, body: aDeal });
    await door.post({ path: unknown(999), body: aDeal });
    await door.post({ headers: { 'x-salon-token': token }, body: aDeal });
    expect(reads.get(hookKey)).toBe(1);
    await door.post({ path: unknown(0), body: aDeal });
    expect(reads.get(unknown(0))).toBe(2);
    expect(reads.get(unknown(998))).toBe(1);
  });
});
