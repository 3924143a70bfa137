import type { RouteAct } from '../../model/acts.ts';
import { present } from '../../model/present.ts';
import { accountItem, auditedAccount, brokenAccount, accountVersion } from './account-settings.ts';
import type { ChangeAccount } from './create-account.ts';

export interface SaveAccountDeps {
  changeAccount: ChangeAccount;
  now: () => Date;
}

/**
 * Saves what was sent of an account, unless somebody saved since the version that it names. A component that is taken
 * away touches no salon: those that need it keep their switches and their deliveries go on, as settings of a salon are
 * changed by its people alone; what is wrong with them now is said among their problems.
 */
export function saveAccount(deps: SaveAccountDeps): RouteAct<'PUT /api/accounts/{id}'> {
  return async ({ caller: { subject }, id, body }) => {
    const at = deps.now().toISOString();
    const saved = await deps.changeAccount(id, (stored) => {
      if (stored === undefined) return { error: 'not_found' };
      const version = accountVersion(stored);
      if (version !== body.version) return { error: 'version_conflict' };
      const { version: _, id: _id, createdAt: _at, ...said } = body;
      const account = { ...stored, ...present(said), version: version + 1 };
      const value = auditedAccount(account, stored, { at, subject, what: 'account_saved' });
      return brokenAccount(account) ?? { value };
    });
    return 'error' in saved ? saved : { ok: accountItem(saved.value) };
  };
}
