import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { settingsKeys } from '../../lib/model/keys.ts';
import { settingsDoor } from '../../lib/store/settings-door.ts';
import { settingsItem } from '../../lib/store/settings-item.ts';
import { salonStore } from '../../lib/store/settings-salons.ts';
import { asConnected } from '../build/settings.ts';
import { startEngine, type Engine } from '../store/engine.ts';
import { connected, hookKey } from './door.ts';

const old = 'old-key-of-the-salon-0123456789abcdefgh';
const astray = 'key-of-a-salon-that-is-gone-0123456789ab';
const salon = connected({ hookKeys: [{ key: hookKey }, { key: old, endsAt: '2026-03-18T00:00:00.000Z' }] });

let engine: Engine;
let door: ReturnType<typeof settingsDoor>;
beforeAll(async () => {
  engine = await startEngine();
  const table = engine.table('settings');
  await salonStore(table).addSalon(asConnected(salon));
  const hook = { v: 1, accountKey: 'demo', salonKey: 'gone' };
  await table.putIf(settingsItem(settingsKeys.hook(astray), hook), undefined);
  door = settingsDoor(engine.client, 'settings');
});
afterAll(() => engine.stop());

const find = (key: string) => door.findHook(key, AbortSignal.timeout(10_000));

describe('settingsDoor', () => {
  it('finds the salon that the cabinet has stored, without its audit line', async () => {
    expect(await find(hookKey)).toEqual({ salon });
  });

  it('says when a rotated key ends', async () => {
    expect(await find(old)).toEqual({ salon, endsAt: '2026-03-18T00:00:00.000Z' });
  });

  it('finds nothing for a key that was never given out, nor for one whose salon is gone', async () => {
    expect(await find('never-given-out-0123456789abcdef-0123')).toBeUndefined();
    expect(await find(astray)).toBeUndefined();
  });

  it('throws when it is told to give up', async () => {
    await expect(door.findHook(hookKey, AbortSignal.abort())).rejects.toThrow();
  });
});
