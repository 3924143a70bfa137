import * as v from 'valibot';
import { settingsKeys } from '../model/keys.ts';
import { storedAccountSchema, type Account, type StoredAccount } from '../model/settings.ts';
import { keySchema } from '../model/words.ts';
import { converge } from './converge.ts';
import { changeAudited, type Decision } from './settings-audit.ts';
import { settingsItem, settingsValue } from './settings-item.ts';
import type { Item, Table } from './table.ts';

/** Accounts, all in one partition: an operator lists them. */
export function accountStore(table: Pick<Table, 'get' | 'query' | 'putIf'>) {
  return {
    findAccount: async (accountKey: string): Promise<Account | undefined> => {
      // The key may be whatever an operator's header says.
      if (!v.is(keySchema, accountKey)) return undefined;
      const { pk, sk } = settingsKeys.account(accountKey);
      const item = await table.get(pk, sk);
      return item === undefined ? undefined : accountOf(item);
    },
    listAccounts: async (): Promise<Account[]> => {
      const items = await table.query(settingsKeys.account('').pk, '');
      return items.map(accountOf);
    },
    /** Whatever was stored before, without an audit line: for seeds. */
    saveAccount: async (account: Account): Promise<void> => {
      const key = settingsKeys.account(account.key);
      await converge(table, key, () => settingsItem(key, account));
    },
    changeAccount: async (
      accountKey: string,
      decide: (stored: StoredAccount | undefined) => Decision<StoredAccount>,
    ): Promise<Decision<StoredAccount>> => {
      if (!v.is(keySchema, accountKey)) return decide(undefined);
      const place = { key: settingsKeys.account(accountKey), schema: storedAccountSchema, auditOf: () => accountKey };
      return changeAudited(table, place, decide);
    },
  };
}

function accountOf(item: Item): Account {
  return settingsValue(storedAccountSchema, item);
}
