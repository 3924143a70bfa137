import { pipelinesOf } from '../../domain/pipelines.ts';
import type { RouteAct } from '../../model/acts.ts';
import type { TodayDeps } from './today.ts';

/** The pipelines of an account with their stages, as CoMagic wants them. */
export function listPipelines(deps: TodayDeps): RouteAct<'GET /api/pipelines'> {
  return async ({ account }) => {
    const salons = await deps.listSalons(account.key);
    const named = salons.map(async (salon) => ({ salon, references: await deps.listReferences(salon.key, 'stage') }));
    return { ok: { items: pipelinesOf(await Promise.all(named)) } };
  };
}
