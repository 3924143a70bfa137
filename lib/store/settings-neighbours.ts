import { settingsKeys } from '../model/keys.ts';
import type { Account } from '../model/settings.ts';
import { settingsItem } from './settings-item.ts';
import type { Table } from './table.ts';

/** Whether neighbours lead to everything that is stored of an account. */
export function neighboursFilled(table: Pick<Table, 'get' | 'putIf'>) {
  return {
    hasNeighbours: async ({ key, hasNeighbours }: Account): Promise<boolean> => {
      const { pk, sk } = settingsKeys.neighbours(key);
      return hasNeighbours === true || (await table.get(pk, sk)) !== undefined;
    },
    /** Of an account that was opened before there were neighbours, when all its sets have been folded since. */
    saveNeighboursFilled: async (accountKey: string): Promise<void> => {
      await table.putIf(settingsItem(settingsKeys.neighbours(accountKey), { v: 1 }), undefined);
    },
  };
}
