import type { Problem } from '../../model/api-settings.ts';
import { plainSalonId } from '../../model/ids.ts';
import type { JournalSummary } from '../../model/journal.ts';
import type { Salon } from '../../model/settings.ts';

interface Query {
  accountKey: string;
  salonKey: string;
  status: 'done';
  from: string;
  to: string;
  order: 'desc';
  limit: number;
}
export interface HasRecordsDeps {
  /** Whether a salon was marked with its first record. */
  isMarked: (salonKey: string) => Promise<boolean>;
  listEvents: (query: Query) => Promise<{ items: JournalSummary[] } | { error: string }>;
  now: () => Date;
}
export interface SalonIdDeps {
  hasRecords: (salon: Pick<Salon, 'accountKey' | 'key'>) => Promise<boolean>;
}

/** Whether a record of a salon is stored. Salons from before there were marks have none: of these one page of the journal says. */
export function hasRecords(deps: HasRecordsDeps): SalonIdDeps['hasRecords'] {
  return async ({ accountKey, key: salonKey }) => {
    if (await deps.isMarked(salonKey)) return true;
    const period = { from: '2000-01-01T00:00:00.000Z', to: new Date(deps.now().getTime() + 1).toISOString() };
    const page = await deps.listEvents({ accountKey, salonKey, status: 'done', ...period, order: 'desc', limit: 1 });
    return !('error' in page) && page.items.length > 0;
  };
}

/** A salon that has records stays the one that they are of: another is connected as a new one. */
export async function brokenSalonId(deps: SalonIdDeps, before: Salon, { salonId }: Salon): Promise<Problem[]> {
  if (before.salonId === undefined) return [];
  if (salonId !== undefined && plainSalonId(salonId) === plainSalonId(before.salonId)) return [];
  return (await deps.hasRecords(before)) ? [{ field: 'salonId', code: 'has_records' }] : [];
}
