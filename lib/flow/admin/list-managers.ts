import { lastSaidFirst, nameIn } from '../../domain/register.ts';
import type { RouteAct } from '../../model/acts.ts';
import { present } from '../../model/present.ts';
import type { Manager, Reference } from '../../model/references.ts';
import type { Salon } from '../../model/settings.ts';
import type { TodayDeps } from './today.ts';

/** The managers whom deals of an account's salons have named, those of a salon by their names. */
export function listManagers(deps: TodayDeps): RouteAct<'GET /api/managers'> {
  return async ({ account }) => {
    const salons = await deps.listSalons(account.key);
    const named = await Promise.all(
      salons.map(async (salon) =>
        (await deps.listReferences(salon.key, 'manager')).map((one) => managerOf(salon, one)),
      ),
    );
    return { ok: { items: named.flatMap((managers) => managers.toSorted(byName)) } };
  };
}

function managerOf({ key: salon, salonId }: Salon, { key, id: extId, tuples, first }: Reference): Manager {
  const role = lastSaidFirst(tuples).find((tuple) => tuple.role !== undefined)?.role;
  return present({ id: `${salon}.${key}`, salon, salonId, extId, name: nameIn(tuples), role, first });
}

function byName(a: Manager, b: Manager): number {
  return `${a.name ?? ''} ${a.id}` < `${b.name ?? ''} ${b.id}` ? -1 : 1;
}
