import type { RouteAct } from '../../model/acts.ts';
import type { StoredSalon } from '../../model/settings.ts';
import { changeSalon, lettersOf, type ChangeSalonDeps } from './change-salon.ts';
import { endedAt, rotated } from './hook-keys.ts';
import { ruleContextOf, type RuleContextDeps } from './rule-context.ts';
import { salonAnswer, type SalonAnswerDeps } from './salon-answer.ts';

export interface DeleteSalonDeps extends ChangeSalonDeps {
  now: () => Date;
  findSalon: (accountKey: string, salonKey: string) => Promise<StoredSalon | undefined>;
}
export interface RestoreSalonDeps extends ChangeSalonDeps, SalonAnswerDeps, RuleContextDeps {
  /** Also one that was deleted. */
  findAnySalon: (accountKey: string, salonKey: string) => Promise<StoredSalon | undefined>;
  newHookKey: () => string;
}

/** Ends the hook keys of a salon and hides it with its records, which stay stored. What is queued is still worked off. */
export function deleteSalon(deps: DeleteSalonDeps): RouteAct<'DELETE /api/salons/{id}'> {
  return async ({ account, caller: { subject }, id }) => {
    const before = await deps.findSalon(account.key, id);
    if (before === undefined) return { error: 'not_found' };
    const deletedAt = deps.now().toISOString();
    const to = { isActive: false, deletedAt, hookKeys: endedAt(before.hookKeys, deletedAt) };
    const changed = await changeSalon(deps, before, { at: deletedAt, subject, what: 'salon_deleted', to, changes: {} });
    return 'error' in changed ? changed : { ok: { id, deletedAt } };
  };
}

/** Shows a deleted salon again, switched off, under a webhook URL of its own: the old ones have ended for good. */
export function restoreSalon(deps: RestoreSalonDeps): RouteAct<'POST /api/salons/{id}/restore'> {
  return async ({ account, caller: { subject: by }, id }) => {
    const before = await deps.findAnySalon(account.key, id);
    if (before?.deletedAt === undefined) return { error: 'not_found' };
    const { deletedAt: _, ...shown } = before;
    const key = deps.newHookKey();
    const now = deps.now();
    const hookKeys = rotated(before.hookKeys, { key, at: now, by, revokeNow: true });
    const changes = { hookKey: { to: lettersOf(key) } };
    const changed = await changeSalon(deps, shown, {
      at: now.toISOString(),
      subject: by,
      what: 'salon_restored',
      to: { hookKeys },
      changes,
    });
    if ('error' in changed) return changed;
    return { ok: await salonAnswer(deps, changed.salon, await ruleContextOf(deps, account)) };
  };
}
