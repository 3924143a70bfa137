import type { Problem } from '../../model/api-settings.ts';
import { plainSalonId } from '../../model/ids.ts';
import type { Salon } from '../../model/settings.ts';
import { newestLines, type NewestLinesDeps } from './newest-lines.ts';

export interface HasRecordsDeps extends NewestLinesDeps {
  /** Whether a salon was marked with its first record. */
  isMarked: (salonKey: string) => Promise<boolean>;
}
export interface SalonIdDeps {
  hasRecords: (salon: Pick<Salon, 'accountKey' | 'key'>) => Promise<boolean>;
}

/** Whether a record of a salon is stored. Salons from before there were marks have none: of these one page of the journal says. */
export function hasRecords(deps: HasRecordsDeps): SalonIdDeps['hasRecords'] {
  return async ({ accountKey, key: salonKey }) => {
    if (await deps.isMarked(salonKey)) return true;
    return (await newestLines(deps, { accountKey, salonKey, status: 'done', limit: 1 })).length > 0;
  };
}

/** A salon that has records stays the one that they are of: another is connected as a new one. */
export async function brokenSalonId(deps: SalonIdDeps, before: Salon, { salonId }: Salon): Promise<Problem[]> {
  if (before.salonId === undefined) return [];
  if (salonId !== undefined && plainSalonId(salonId) === plainSalonId(before.salonId)) return [];
  return (await deps.hasRecords(before)) ? [{ field: 'salonId', code: 'has_records' }] : [];
}
