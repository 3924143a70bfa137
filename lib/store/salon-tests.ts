import type { SetRef } from '../model/event-set.ts';
import { testKeyOf } from '../model/ids.ts';
import { settingsKeys } from '../model/keys.ts';
import { referenceKinds } from '../model/references.ts';
import { salonTestSchema, type SalonTest } from '../model/salon-test.ts';
import { turns } from './converge.ts';
import { linePartition } from './journal.ts';
import { markOf } from './records.ts';
import { contactKey, referencePartition } from './references.ts';
import { settingsItem, settingsValue } from './settings-item.ts';
import { readSet, setPartition } from './sets.ts';
import type { Table } from './table.ts';

interface Tables {
  settings: Table;
  records: Table;
  journal: Table;
}

/** What a test delivery has made. */
export interface TestData {
  accountKey: string;
  salonKey: string;
  sets: SetRef[];
  /** Ids of its events. */
  events: string[];
}

/** Test deliveries of salons, and how all is removed that they have made. */
export function salonTests({ settings, records, journal }: Tables) {
  return {
    findTest: async (accountKey: string, salonKey: string): Promise<SalonTest | undefined> => {
      const { pk, sk } = settingsKeys.test(accountKey, salonKey);
      const item = await settings.get(pk, sk);
      return item && settingsValue(salonTestSchema, item);
    },
    /** In the place of `before`, if that is still what is stored; answers whether it was put. */
    putTest: (test: SalonTest, before: SalonTest | undefined): Promise<boolean> =>
      settings.putIf(itemOf(test), before && itemOf(before).rev),
    /** The row of the test last: whoever dies on the way finds all again. */
    removeTest: async ({ accountKey, salonKey, sets, events }: TestData): Promise<void> => {
      const key = testKeyOf(salonKey);
      const contacts = await Promise.all(sets.map((set) => contactsOf(records, set)));
      const partitions = [
        ...contacts.flat().map((contact) => contactKey(key, contact).pk),
        ...referenceKinds.map((kind) => referencePartition(key, kind)),
        markOf(key).pk,
        ...sets.map(setPartition),
      ];
      for (const pk of new Set(partitions)) await removeAll(records, pk);
      for (const id of events) await removeAll(journal, linePartition(accountKey, id));
      await removeAll(settings, settingsKeys.test(accountKey, salonKey).pk);
    },
  };
}

function itemOf(test: SalonTest) {
  return settingsItem(settingsKeys.test(test.accountKey, test.salonKey), test);
}

async function contactsOf(records: Table, set: SetRef): Promise<string[]> {
  return (await readSet(records, set)).rows.flatMap(({ contact }) => contact?.key ?? []);
}

function removeAll(table: Table, pk: string): Promise<void> {
  return turns('what a test has made', async () => {
    const items = await table.query(pk, '');
    const removed = await Promise.all(items.map((item) => table.removeIf(item, item.rev)));
    return removed.every(Boolean) ? { done: undefined } : undefined;
  });
}
