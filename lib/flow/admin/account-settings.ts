import type { AccountAnswer } from '../../model/api-settings.ts';
import type { Failure } from '../../model/api.ts';
import type { Account, AuditLine, StoredAccount } from '../../model/settings.ts';
import { zoneOf } from '../../model/time-zone.ts';
import { changesIn } from './changes.ts';

/** What an account's settings are kept by, and whose act it was. */
interface AccountSave {
  at: string;
  subject: string;
  what: 'account_created' | 'account_saved';
}

/** An account with the audit line of its save. */
export function auditedAccount(account: Account, before: Partial<Account>, act: AccountSave): StoredAccount {
  const changes: AuditLine['changes'] = changesIn(['name', 'timezone', 'components', 'maskPersons'], before, account);
  return { ...account, lastAudit: { v: 1, ...act, version: accountVersion(account), changes } };
}

/** Accounts that were put without one are at their first version. */
export function accountVersion({ version = 1 }: Account): number {
  return version;
}

export function brokenAccount({ timezone }: Account): Failure | undefined {
  return zoneOf(timezone) === undefined ? { error: 'invalid_settings', fields: { timezone: 'invalid' } } : undefined;
}

/** An account as its list shows it, without its secret. */
export function accountItem(account: Account): AccountAnswer {
  const { key, name, timezone, components, maskPersons = true, createdAt } = account;
  return { id: key, name, timezone, components, maskPersons, version: accountVersion(account), createdAt };
}
