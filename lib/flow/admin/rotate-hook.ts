import type { RouteAct } from '../../model/acts.ts';
import { present } from '../../model/present.ts';
import type { StoredSalon } from '../../model/settings.ts';
import { changeSalon, lettersOf, type ChangeSalonDeps } from './change-salon.ts';
import { rotated } from './hook-keys.ts';
import { ruleContextOf, type RuleContextDeps } from './rule-context.ts';
import { salonAnswer, type SalonAnswerDeps } from './salon-answer.ts';

export interface ListHooksDeps {
  findSalon: (accountKey: string, salonKey: string) => Promise<StoredSalon | undefined>;
}
export interface RotateHookDeps extends ListHooksDeps, ChangeSalonDeps, SalonAnswerDeps, RuleContextDeps {
  newHookKey: () => string;
}

/** Gives a salon a new webhook URL; the one before goes on to admit for a day, or ends now. */
export function rotateHook(deps: RotateHookDeps): RouteAct<'POST /api/salons/{id}/rotate-hook'> {
  return async ({ account, caller: { subject }, id, body: { version, revokeNow } }) => {
    const before = await deps.findSalon(account.key, id);
    if (before === undefined) return { error: 'not_found' };
    if (before.version !== version) return { error: 'version_conflict' };
    const key = deps.newHookKey();
    const now = deps.now();
    const hookKeys = rotated(before.hookKeys, { key, at: now, by: subject, revokeNow });
    const changes = { hookKey: { from: lettersOf(before.hookKeys[0]?.key), to: lettersOf(key) } };
    const changed = await changeSalon(deps, before, {
      at: now.toISOString(),
      subject,
      what: 'hook_rotated',
      to: { hookKeys },
      changes,
    });
    if ('error' in changed) return changed;
    return { ok: await salonAnswer(deps, changed.salon, await ruleContextOf(deps, account)) };
  };
}

/** The webhook URLs that a salon has had, newest first, of each the last letters. */
export function listHooks(deps: ListHooksDeps): RouteAct<'GET /api/salons/{id}/hooks'> {
  return async ({ account, id }) => {
    const salon = await deps.findSalon(account.key, id);
    if (salon === undefined) return { error: 'not_found' };
    const items = salon.hookKeys.map(({ key, endsAt, createdAt = salon.createdAt, by }) =>
      present({ last4: key.slice(-4), createdAt, by, endsAt }),
    );
    return { ok: { items } };
  };
}
