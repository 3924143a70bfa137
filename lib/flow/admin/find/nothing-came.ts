import type { QuietSalon, SearchAnswer } from '../../../model/api-finding.ts';
import type { JournalSummary } from '../../../model/journal.ts';
import { present } from '../../../model/present.ts';
import type { Salon } from '../../../model/settings.ts';
import { quietness, usualGap } from '../salon-silence.ts';
import { inWaves } from '../../in-waves.ts';
import type { Where } from './found.ts';

interface RefusalsQuery {
  accountKey: string;
  salonKey: string;
  status: 'refused';
  from: string;
  to: string;
  order: 'desc';
  limit: number;
}
export interface NothingDeps {
  /** Receive times of a salon's last deliveries, newest first. */
  lastEvents: (salon: { accountKey: string; key: string }) => Promise<string[]>;
  listEvents: (query: RefusalsQuery) => Promise<{ items: JournalSummary[] } | { error: string }>;
  now: () => Date;
}

/** Salons that are told of. */
const mostSalons = 10;
/** Refusals of each. */
const mostRefusals = 50;
const around = 2 * 3_600_000;

/** What there is to know of salons from which something did not come that was to come at an instant. */
export async function nothingCame(
  deps: NothingDeps,
  { salons }: Where,
  at: string,
): Promise<NonNullable<SearchAnswer['nothing']>> {
  const told = await inWaves(salons.slice(0, mostSalons), (salon) => quietSalon(deps, salon, at));
  return { at, salons: told, more: salons.length > mostSalons };
}

async function quietSalon(deps: NothingDeps, salon: Salon, at: string): Promise<QuietSalon> {
  const { accountKey, key: salonKey, salonId } = salon;
  const [from, to] = [-around, around].map((shift) => new Date(Date.parse(at) + shift).toISOString());
  const period = { from: from ?? at, to: to ?? at, order: 'desc', limit: mostRefusals } as const;
  const page = await deps.listEvents({ accountKey, salonKey, status: 'refused', ...period });
  const last = await deps.lastEvents(salon);
  const { lastEventAt, silent } = quietness(salon, last, deps.now());
  const gap = usualGap(last);
  const ends = salon.hookKeys.flatMap(({ endsAt }) => endsAt ?? []);
  return present({
    salon: salonKey,
    salonId,
    lastEventAt,
    usualGap: gap === 0 ? undefined : Math.round(gap / 1000),
    silent,
    refusals: 'error' in page ? [] : page.items.flatMap(refusalOf),
    endedUrls: ends.filter((end) => end >= period.from && end <= period.to).sort(),
  });
}

function refusalOf({ receivedAt, refusal }: JournalSummary): QuietSalon['refusals'] {
  return refusal === undefined ? [] : [{ receivedAt, reason: refusal.reason, status: refusal.status }];
}
