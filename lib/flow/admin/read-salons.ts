import type { Act } from '../../model/acts.ts';
import type { StoredSalon } from '../../model/settings.ts';
import { ruleContextOf, type RuleContextDeps } from './rule-context.ts';
import { salonAnswer, type SalonAnswerDeps } from './salon-answer.ts';

export interface ListSalonsDeps extends SalonAnswerDeps, RuleContextDeps {
  listSalons: (accountKey: string) => Promise<StoredSalon[]>;
}
export interface ShowSalonDeps extends SalonAnswerDeps, RuleContextDeps {
  findSalon: (accountKey: string, salonKey: string) => Promise<StoredSalon | undefined>;
}

/** The salons of an account, in the order in which they were connected. */
export function listSalons(deps: ListSalonsDeps): Act<'GET /api/salons'> {
  return async ({ account }) => {
    const salons = await deps.listSalons(account.key);
    const context = await ruleContextOf(deps, account);
    const inOrder = salons.sort((a, b) => (a.createdAt + a.key < b.createdAt + b.key ? -1 : 1));
    return { ok: { items: await Promise.all(inOrder.map((salon) => salonAnswer(deps, salon, context))) } };
  };
}

export function showSalon(deps: ShowSalonDeps): Act<'GET /api/salons/{id}'> {
  return async ({ account, id }) => {
    const salon = await deps.findSalon(account.key, id);
    if (salon === undefined) return { error: 'not_found' };
    return { ok: await salonAnswer(deps, salon, await ruleContextOf(deps, account)) };
  };
}
