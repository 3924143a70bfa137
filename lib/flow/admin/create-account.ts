import type { RouteAct } from '../../model/acts.ts';
import type { Failure } from '../../model/api.ts';
import type { Account, StoredAccount } from '../../model/settings.ts';
import { accountItem, auditedAccount, brokenAccount } from './account-settings.ts';

export interface CreateAccountDeps {
  changeAccount: ChangeAccount;
  newKey: () => string;
  /** 32 random bytes in base64. */
  newHmacSecret: () => string;
  now: () => Date;
}
export type ChangeAccount = (
  accountKey: string,
  decide: (stored: StoredAccount | undefined) => { value: StoredAccount } | Failure,
) => Promise<{ value: StoredAccount } | Failure>;

/** Opens an account with a key and a secret of its own; the secret is never shown. It has no members yet. */
export function createAccount(deps: CreateAccountDeps): RouteAct<'POST /api/accounts'> {
  return async ({ caller: { subject }, body: { name, timezone, components, maskPersons } }) => {
    const at = deps.now().toISOString();
    const own = { key: deps.newKey(), hmacSecret: deps.newHmacSecret() };
    const account: Account = {
      v: 1,
      ...own,
      name,
      timezone,
      components,
      maskPersons,
      createdAt: at,
      version: 1,
      hasNeighbours: true,
    };
    const broken = brokenAccount(account);
    if (broken !== undefined) return broken;
    const made = await deps.changeAccount(account.key, (stored) => {
      if (stored !== undefined) throw new Error('a new account key was taken');
      return { value: auditedAccount(account, {}, { at, subject, what: 'account_created' }) };
    });
    return 'error' in made ? made : { created: accountItem(made.value) };
  };
}
