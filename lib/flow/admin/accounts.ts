import type { RouteAct } from '../../model/acts.ts';
import type { Account } from '../../model/settings.ts';
import { accountItem } from './account-settings.ts';

export interface ListAccountsDeps {
  listAccounts: () => Promise<Account[]>;
}

/** Every account to an operator, to all others their own. */
export function listAccounts(deps: ListAccountsDeps): RouteAct<'GET /api/accounts'> {
  return async ({ caller, account }) => {
    const own = account === undefined ? [] : [account];
    const accounts = caller.role === 'operator' ? await deps.listAccounts() : own;
    return { ok: { items: accounts.map(accountItem) } };
  };
}
