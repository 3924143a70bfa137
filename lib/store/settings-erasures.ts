import { erasuresHeadSchema, erasureSchema, type Erasure } from '../model/erasure.ts';
import { settingsKeys } from '../model/keys.ts';
import { turns } from './converge.ts';
import { settingsItem, settingsValue } from './settings-item.ts';
import type { Table } from './table.ts';

type Access = Pick<Table, 'get' | 'putIf'>;

export interface Erasures {
  /** Opens an erasure, or gives one of the same job more traits and contacts: the row first, then the head's count. */
  saveErasure: (accountKey: string, erasure: Omit<Erasure, 'v' | 'number'>) => Promise<Erasure>;
  /** Of an account, as of now: one consistent read; the rest is read when the count has changed. `changed`: since the last call. */
  erasuresOf: (accountKey: string) => Promise<{ erasures: Erasure[]; changed: boolean }>;
}

/** Erasures of the accounts, numbered, behind a head that is all that workers read as a rule. */
export function erasureStore(table: Access): Erasures {
  const known = new Map<string, { count: number; erasures: Erasure[] }>();
  const head = async (accountKey: string) => {
    const { pk, sk } = settingsKeys.erasures(accountKey);
    const item = await table.get(pk, sk);
    return { rev: item?.rev, value: item && settingsValue(erasuresHeadSchema, item) };
  };
  const row = async (accountKey: string, number: number) => {
    const { pk, sk } = settingsKeys.erasure(accountKey, number);
    const item = await table.get(pk, sk);
    return item && { rev: item.rev, value: settingsValue(erasureSchema, item) };
  };
  const putRow = (accountKey: string, erasure: Erasure, rev: string | undefined) =>
    table.putIf(settingsItem(settingsKeys.erasure(accountKey, erasure.number), erasure), rev);

  return {
    saveErasure: (accountKey, asked) =>
      turns('the erasures of an account', async () => {
        const { rev, value = { v: 1 as const, count: 0, erasures: 0 } } = await head(accountKey);
        // The row after the last that is counted may be one whose put died before it was counted.
        let number = 1;
        let stored = await row(accountKey, number);
        while (stored !== undefined && stored.value.job !== asked.job) stored = await row(accountKey, ++number);
        const erasure = widened({ ...asked, v: 1, number }, stored?.value);
        if (!(await putRow(accountKey, erasure, stored?.rev))) return undefined;
        const next = { ...value, count: value.count + 1, erasures: Math.max(value.erasures, number) };
        const isPut = await table.putIf(settingsItem(settingsKeys.erasures(accountKey), next), rev);
        return isPut ? { done: erasure } : undefined;
      }),
    erasuresOf: async (accountKey) => {
      const { value } = await head(accountKey);
      const count = value?.count ?? 0;
      const before = known.get(accountKey);
      if (before?.count === count) return { erasures: before.erasures, changed: false };
      const erasures: Erasure[] = [];
      for (let number = 1; number <= (value?.erasures ?? 0); number++) {
        const found = await row(accountKey, number);
        if (found !== undefined) erasures.push(found.value);
      }
      known.set(accountKey, { count, erasures });
      return { erasures, changed: before !== undefined };
    },
  };
}

/** With all that was known of it before; its instant stays. */
function widened(asked: Erasure, stored: Erasure | undefined): Erasure {
  if (stored === undefined) return asked;
  const contacts = [...(stored.contacts ?? []), ...(asked.contacts ?? [])];
  const named = new Map(contacts.map((contact) => [`${contact.salonKey} ${contact.key}`, contact]));
  return {
    ...asked,
    instant: stored.instant,
    traits: [...new Set([...stored.traits, ...asked.traits])].sort(),
    ...(named.size === 0 ? {} : { contacts: [...named.values()] }),
  };
}
