import type { RouteAct } from '../../model/acts.ts';
import type { SalonsQuery } from '../../model/api.ts';
import type { StoredSalon } from '../../model/settings.ts';
import { nameOfQuery, pageAnswer, type StoredPage } from './pages.ts';
import { ruleContextOf, type RuleContextDeps } from './rule-context.ts';
import { salonAnswer, salonItem, type SalonAnswerDeps } from './salon-answer.ts';

export interface ListSalonsDeps extends RuleContextDeps {
  pageOfSalons: (accountKey: string, page: SalonsQuery & { query: string }) => Promise<StoredPage<StoredSalon>>;
}
export interface ShowSalonDeps extends SalonAnswerDeps, RuleContextDeps {
  findSalon: (accountKey: string, salonKey: string) => Promise<StoredSalon | undefined>;
}

/** The salons of an account in short, in the order in which they were connected; those that were deleted to who may restore them. */
export function listSalons(deps: ListSalonsDeps): RouteAct<'GET /api/salons'> {
  return async ({ account, caller: { role }, query }) => {
    if (query.deleted && role === 'viewer') return { error: 'forbidden' };
    const context = await ruleContextOf(deps, account);
    const page = { ...query, query: nameOfQuery('GET /api/salons', account, query) };
    return pageAnswer(await deps.pageOfSalons(account.key, page), (salon) => [salonItem(salon, context)]);
  };
}

/** A salon with all its settings, when its last event came, and what is wrong with it. */
export function showSalon(deps: ShowSalonDeps): RouteAct<'GET /api/salons/{id}'> {
  return async ({ account, id }) => {
    const salon = await deps.findSalon(account.key, id);
    if (salon === undefined) return { error: 'not_found' };
    return { ok: await salonAnswer(deps, salon, await ruleContextOf(deps, account)) };
  };
}
