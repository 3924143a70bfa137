import { todayWith, type Today } from '../../domain/today.ts';
import type { Failure } from '../../model/api.ts';
import type { Reference, ReferenceKind } from '../../model/references.ts';
import type { Salon } from '../../model/settings.ts';

export interface TodayDeps {
  listSalons: (accountKey: string) => Promise<Salon[]>;
  /** What a salon has named. */
  listReferences: (salonKey: string, kind: ReferenceKind) => Promise<Reference[]>;
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

/** What the names in a record are completed with. */
const kinds = { deal: ['stage', 'pipeline', 'manager', 'staff'], request: ['stage', 'staff'] } as const;
export type RecordKind = keyof typeof kinds;

/** What records of a salon are shown with. */
export async function todayOf(
  deps: Pick<TodayDeps, 'listReferences'>,
  salon: Salon,
  record: RecordKind,
): Promise<Today> {
  const lists = await Promise.all(kinds[record].map((kind) => deps.listReferences(salon.key, kind)));
  return todayWith(salon, lists.flat());
}

/** The same for several salons: only of those that turn up in a list is anything read, once a call. */
export function todayOfMany(
  deps: Pick<TodayDeps, 'listReferences'>,
  salons: readonly Salon[],
  record: RecordKind,
): (salonKey: string) => Promise<Today | undefined> {
  const known = new Map<string, Promise<Today>>();
  return async (salonKey) => {
    const salon = salons.find(({ key }) => key === salonKey);
    if (salon === undefined) return undefined;
    const today = known.get(salonKey) ?? todayOf(deps, salon, record);
    known.set(salonKey, today);
    return today;
  };
}
