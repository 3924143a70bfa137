import type { ItemKey } from '../model/keys.ts';
import { settingsKeys } from '../model/keys.ts';
import {
  accountSchema,
  auditLineSchema,
  memberSchema,
  type Account,
  type AuditLine,
  type Member,
} from '../model/settings.ts';
import { catalogStore } from './catalog.ts';
import { converge } from './converge.ts';
import { settingsItem, settingsValue } from './settings-item.ts';
import { salonStore } from './settings-salons.ts';
import type { Table } from './table.ts';

/** Accounts, members, salons, catalogs and audit lines. Reads are consistent. */
export function settingsStore(table: Pick<Table, 'get' | 'query' | 'putIf'>) {
  const put = (key: ItemKey, value: unknown) => converge(table, key, () => settingsItem(key, value));
  return {
    ...salonStore(table),
    ...catalogStore(table),
    findAccount: async (accountKey: string): Promise<Account | undefined> => {
      const { pk, sk } = settingsKeys.account(accountKey);
      const item = await table.get(pk, sk);
      return item === undefined ? undefined : settingsValue(accountSchema, item);
    },
    listAccounts: async (): Promise<Account[]> => {
      const items = await table.query(settingsKeys.account('').pk, '');
      return items.map((item) => settingsValue(accountSchema, item));
    },
    saveAccount: (account: Account): Promise<void> => put(settingsKeys.account(account.key), account),
    findMember: async (subject: string): Promise<Member | undefined> => {
      const { pk, sk } = settingsKeys.member(subject);
      const item = await table.get(pk, sk);
      return item === undefined ? undefined : settingsValue(memberSchema, item);
    },
    saveMember: (member: Member): Promise<void> => put(settingsKeys.member(member.subject), member),
    /** Oldest first. */
    listAudit: async (accountKey: string): Promise<AuditLine[]> => {
      const items = await table.query(`audit#${accountKey}`, '');
      return items.map((item) => settingsValue(auditLineSchema, item));
    },
  };
}
