import { describe, expect, it } from '@jest/globals';
import { keyOfAccount } from '../../lib/flow/key-of-account.ts';

/** `names`: what the account names, each time that it is read; `kept`: keys by name. */
function found(names: (string | undefined)[], kept: Record<string, string>) {
  let reads = 0;
  return keyOfAccount({
    findAccount: () => {
      const keyName = names[Math.min(reads, names.length - 1)];
      reads += 1;
      const named = keyName === undefined ? {} : { keyName };
      return Promise.resolve({ connection: { apiHost: 'comagic', isOn: true, keySet: true, ...named } });
    },
    findAccessKey: (_account, name) => Promise.resolve(kept[name]),
  })('demo');
}

describe('The key of an account', () => {
  it.each([
    ['is the one that the account names', ['b'], { a: 'key-a', b: 'key-b' }, 'key-b'],
    ['is none that the account does not name', [undefined], { a: 'key-a' }, undefined],
    ['is looked up again when it was replaced meanwhile', ['a', 'b'], { b: 'key-b' }, 'key-b'],
    ['is none when what the account names is not there', ['a', 'a'], { b: 'key-b' }, undefined],
    ['is none when it was removed meanwhile', ['a', undefined], {}, undefined],
  ])('%s', async (_what, names, kept, key) => {
    expect(await found(names, kept)).toBe(key);
  });
});
