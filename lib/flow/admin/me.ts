import type { RouteAct } from '../../model/acts.ts';
import type { Account } from '../../model/settings.ts';

/** Who calls, and the account in which. */
export function me(): RouteAct<'GET /api/me'> {
  return ({ caller, account }) =>
    Promise.resolve({ ok: { ...caller, ...(account === undefined ? {} : { account: accountAnswer(account) }) } });
}

/** Its secret is never shown. */
function accountAnswer({ key, name, timezone, components }: Account) {
  return { id: key, name, timezone, components };
}
