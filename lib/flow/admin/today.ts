import type { Today } from '../../domain/today.ts';
import type { Failure } from '../../model/api.ts';
import type { Reference } from '../../model/references.ts';
import type { Salon } from '../../model/settings.ts';

export interface TodayDeps {
  listSalons: (accountKey: string) => Promise<Salon[]>;
  /** What a salon has named. */
  listReferences: (salonKey: string, kind: 'stage') => Promise<Reference[]>;
}

/** The salons that a list is asked for: all of the account, or the one of our key or else (the first) of ProfSalon's id. */
export async function salonsAsked(
  deps: Pick<TodayDeps, 'listSalons'>,
  accountKey: string,
  asked: string | undefined,
): Promise<Salon[] | Failure> {
  const salons = await deps.listSalons(accountKey);
  if (asked === undefined) return salons;
  const salon = salons.find(({ key }) => key === asked) ?? salons.find(({ salonId }) => salonId === asked);
  return salon === undefined ? { error: 'invalid_request', fields: { salon: 'unknown' } } : [salon];
}

/** What records of these salons are shown with, by salon key. */
export async function todayOf(deps: TodayDeps, salons: readonly Salon[]): Promise<Map<string, Today>> {
  const entries = salons.map(async (salon) => {
    const references = await deps.listReferences(salon.key, 'stage');
    return [salon.key, { salon, references }] as const;
  });
  return new Map(await Promise.all(entries));
}
