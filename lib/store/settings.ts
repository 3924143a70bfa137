import { settingsKeys } from '../model/keys.ts';
import { auditLineSchema, type AuditLine } from '../model/settings.ts';
import { auditList } from './audit-list.ts';
import { catalogStore } from './catalog.ts';
import { accountStore } from './settings-accounts.ts';
import { putAudit } from './settings-audit.ts';
import { settingsValue } from './settings-item.ts';
import { memberStore } from './settings-members.ts';
import { salonStore } from './settings-salons.ts';
import type { Table } from './table.ts';

/** Accounts, members, salons, catalogs and audit lines. Reads are consistent. */
export function settingsStore(table: Pick<Table, 'get' | 'query' | 'putIf'>) {
  return {
    ...accountStore(table),
    ...memberStore(table),
    ...salonStore(table),
    ...catalogStore(table),
    pageOfAudit: auditList(table),
    /** Once, however often it is asked. */
    saveAudit: (accountKey: string, line: AuditLine): Promise<void> => putAudit(table, accountKey, line),
    /** Oldest first. */
    listAudit: async (accountKey: string): Promise<AuditLine[]> => {
      const items = await table.query(settingsKeys.auditsOf(accountKey), '');
      return items.map((item) => settingsValue(auditLineSchema, item));
    },
  };
}
