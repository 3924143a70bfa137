import type { RouteAct } from '../../../model/acts.ts';
import { mostCounted, mostOfDay } from '../../../model/api-finding.ts';
import type { Problem } from '../../../model/journal.ts';
import { present } from '../../../model/present.ts';
import type { QueueDepths } from '../../../model/queues.ts';
import { newestLines, type NewestLinesDeps } from '../newest-lines.ts';
import { dayStart } from '../period.ts';
import type { TodayDeps } from '../today.ts';
import { inWaves } from '../../in-waves.ts';

interface Group {
  accountKey: string;
  salonKey: string | undefined;
  problem: Problem;
}
export interface HealthDeps extends NewestLinesDeps, Pick<TodayDeps, 'listSalons'> {
  queueDepths: () => Promise<QueueDepths>;
  /** Lines of a salon under one problem that were received since an instant, counted up to `most`. */
  problemsSince: (group: Group, since: string, most: number) => Promise<number>;
  /** Lines of an account that were received from one instant to another, counted up to `most`. */
  linesBetween: (accountKey: string, from: string, to: string, most: number) => Promise<number>;
}

const day = 86_400_000;

/** What is on its way, what failed, and what has come: whether all that was accepted is where it belongs. */
export function health(deps: HealthDeps): RouteAct<'GET /api/health'> {
  return async ({ account: { key, timezone } }) => {
    const now = deps.now();
    const to = new Date(now.getTime() + 1).toISOString();
    const [queues, parked, lines, [last]] = await Promise.all([
      deps.queueDepths(),
      parkedSince(deps, key, new Date(now.getTime() - day).toISOString()),
      deps.linesBetween(key, dayStart(timezone, now), to, mostOfDay + 1),
      newestLines(deps, { accountKey: key, limit: 1, except: 'refused' }),
    ]);
    const counted = { parked: upTo(mostCounted, parked), today: upTo(mostOfDay, lines) };
    return { ok: present({ queues, ...counted, lastEventAt: last?.receivedAt }) };
  };
}

async function parkedSince(deps: HealthDeps, accountKey: string, since: string): Promise<number> {
  const salons = await deps.listSalons(accountKey);
  const counts = await inWaves(salons, ({ key: salonKey }) =>
    deps.problemsSince({ accountKey, salonKey, problem: 'parked' }, since, mostCounted + 1),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

function upTo(most: number, count: number): { count: number; more: boolean } {
  return { count: Math.min(count, most), more: count > most };
}
