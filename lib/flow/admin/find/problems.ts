import type { RouteAct } from '../../../model/acts.ts';
import { mostCounted, problemSalons, type ProblemItem } from '../../../model/api-finding.ts';
import { noAccount, problemSchema, type Problem } from '../../../model/journal.ts';
import { present } from '../../../model/present.ts';
import { refusedReasonSchema } from '../../../model/reasons.ts';
import type { StoredSalon } from '../../../model/settings.ts';
import { nameOfQuery, pageAnswer, type StoredPage } from '../pages.ts';
import { salonsAsked, type TodayDeps } from '../today.ts';
import { inWaves } from '../../in-waves.ts';

interface Group {
  accountKey: string;
  salonKey: string | undefined;
  problem: Problem;
}
interface SalonsPage {
  deleted: false;
  limit: number;
  cursor?: string | undefined;
  query: string;
}
export interface ProblemsDeps extends Pick<TodayDeps, 'listSalons'> {
  pageOfSalons: (accountKey: string, page: SalonsPage) => Promise<StoredPage<StoredSalon>>;
  /** Lines of a salon under one problem, counted up to `most`; undefined: there is none. */
  problemGroup: (
    group: Group,
    most: number,
  ) => Promise<Pick<ProblemItem, 'count' | 'more' | 'first' | 'last'> | undefined>;
}

/** Deliveries that are not done, or were warned, by salon and reason; of a few salons a call. */
export function listProblems(deps: ProblemsDeps): RouteAct<'GET /api/problems'> {
  return async ({ account, query }) => {
    const { key: accountKey } = account;
    // What has no readable envelope is of no salon.
    if (accountKey === noAccount) return { ok: { items: await problemsOf(deps, accountKey, undefined) } };
    if (query.salon !== undefined) {
      const salons = await salonsAsked(deps, accountKey, query.salon);
      return 'error' in salons ? salons : { ok: { items: await problemsOf(deps, accountKey, salons[0]) } };
    }
    const name = nameOfQuery('GET /api/problems', account, query);
    const page = await deps.pageOfSalons(accountKey, {
      deleted: false,
      limit: problemSalons,
      cursor: query.cursor,
      query: name,
    });
    if ('error' in page) return pageAnswer(page, () => []);
    const items: ProblemItem[] = [];
    for (const salon of page.items) items.push(...(await problemsOf(deps, accountKey, salon)));
    return { ok: present({ items, cursor: page.cursor }) };
  };
}

/** The one that was last received first. */
async function problemsOf(
  deps: ProblemsDeps,
  accountKey: string,
  salon: Pick<StoredSalon, 'key' | 'salonId'> | undefined,
): Promise<ProblemItem[]> {
  const { key: salonKey, salonId } = salon ?? {};
  const groups = await inWaves(problemSchema.options, async (reason): Promise<ProblemItem[]> => {
    const group = await deps.problemGroup({ accountKey, salonKey, problem: reason }, mostCounted);
    return group === undefined ? [] : [present({ salon: salonKey, salonId, reason, ...group, act: actFor(reason) })];
  });
  return groups.flat().sort((a, b) => (a.last < b.last ? 1 : -1));
}

/** Of refusals nothing is kept that could be done again; what hangs on a choice, that stays, a replay does not change. */
function actFor(problem: Problem): ProblemItem['act'] {
  if (refusals.includes(problem)) return undefined;
  return problem === 'origin_unknown' || problem === 'not_from_widget' ? 'rechoose' : 'replay';
}
const refusals: readonly Problem[] = refusedReasonSchema.options;
