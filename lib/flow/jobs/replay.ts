import {
  mostForecast,
  type Counts,
  type Forecast,
  type Job,
  type LineFilter,
  type RecordForecast,
} from '../../model/job.ts';
import {
  problemOf,
  type JournalEntry,
  type JournalLine,
  type LineKey,
  type PlacedLine,
  type Stretch,
} from '../../model/journal.ts';
import { claimOf, crossingOf, eventIn, replayLine, type ReplayDeps } from './replay-line.ts';
import type { RechooseDeps } from './rechoose.ts';
import { differsFrom, lineDigest } from './basis.ts';
import type { Told, Work } from './step.ts';

/** What lines are done again with where nothing is written. */
export type DryDeps = ReplayDeps & Pick<RechooseDeps, 'putChoices'>;

/** What would become of a record; `shown`: whether lists show it, today and then. */
export interface Effect extends RecordForecast {
  shown: { before: boolean; after: boolean };
}

/** The same flow over tables of which nothing is written, and what it would have made of the records. */
export interface DryRun {
  deps: DryDeps;
  effects: () => Promise<Effect[]>;
}
export interface ReplayWorkDeps extends ReplayDeps {
  /** Lines of a salon in the order of their places. */
  linesOf: (stretch: Stretch) => Promise<PlacedLine[]>;
  dryRun: () => DryRun;
}

/** Replay: the lines of a salon that a filter takes, or those that are named, in the order in which they were received. */
export function replayWork(deps: ReplayWorkDeps): Work {
  return {
    page: async (job, after, size) => {
      const lines = await linesAfter(deps, job, after, size);
      const differs = job.basis && differsFrom(job.basis);
      return lines.map((key) => ({
        place: key.place,
        passable: true,
        suits: async () => suitsJob(job, await deps.findLine(key)),
        take: () => taken(deps, job, key),
        ...(differs && { differs: async () => isOther(deps, job, key, differs) }),
      }));
    },
    forecast: (job) => forecastOf(deps, job),
  };
}

/** A line that the job has begun is no longer as it was by its own doing. */
async function isOther(
  deps: ReplayDeps,
  job: Job,
  key: PlacedLine,
  differs: ReturnType<typeof differsFrom>,
): Promise<boolean> {
  const stored = await deps.findLine(key);
  if (stored === undefined || claimOf(stored.line) === job.number) return false;
  return differs(key.place, await lineDigest(deps, job, key.place, stored));
}

/** Does a line again, if it is there; answers under what it is counted. */
export async function taken(
  deps: ReplayDeps,
  job: Pick<Job, 'number' | 'pinned'>,
  key: LineKey,
): Promise<string | undefined> {
  const stored = await deps.findLine(key);
  const settings = job.pinned;
  if (stored === undefined || settings === undefined) return undefined;
  return replayLine(deps)(key, stored, { number: job.number, settings });
}

async function linesAfter(
  deps: Pick<ReplayWorkDeps, 'linesOf'>,
  { accountKey, salonKey = '', filter = {}, lines, until }: Job,
  after: string,
  size: number,
): Promise<PlacedLine[]> {
  if (lines !== undefined) {
    const named = lines.map((line) => ({ ...line, accountKey, place: `${line.receivedAt}#${line.id}` }));
    return named
      .filter(({ place }) => place > after)
      .sort((a, b) => (a.place < b.place ? -1 : 1))
      .slice(0, size);
  }
  const { from = '', to = until } = filter;
  const stretch = { after, from, before: to < until ? to : until, limit: size };
  return deps.linesOf({ accountKey, salonKey, ...stretch });
}

/** A line that the job has claimed or done counts, whatever became of it since. */
export function suitsJob(
  { number, filter = {}, salonKey }: Pick<Job, 'number' | 'filter' | 'salonKey'>,
  stored: JournalEntry | undefined,
): boolean {
  if (stored === undefined || stored.line.salonKey !== salonKey) return false;
  const { line } = stored;
  if (line.replay === number || claimOf(line) === number) return true;
  if (line.erased !== undefined || line.replay > number) return false;
  if (eventIn(stored) === undefined && crossingOf(line) === undefined) return false;
  return isTaken(filter, line);
}

function isTaken({ status, reason, kind, warned }: LineFilter, line: JournalLine): boolean {
  return (
    (status === undefined || line.status === status) &&
    (kind === undefined || line.kind === kind) &&
    (warned !== true || line.warnings.length > 0) &&
    (reason === undefined || problemOf(line) === reason)
  );
}

/** Lines that a walk is cut into. */
const pageSize = 100;
/** Records that a forecast names. */
const mostChanges = 200;

/** The first lines in the order of the job, over tables of which nothing is written. */
async function forecastOf(deps: ReplayWorkDeps, job: Job): Promise<Told> {
  const { deps: dry, effects } = deps.dryRun();
  const outcomes: Counts = {};
  const digests: string[] = [];
  let [through, more] = ['', false];
  walk: for (let after = ''; ;) {
    const page = await linesAfter(deps, job, after, pageSize);
    for (const key of page) {
      const stored = await dry.findLine(key);
      if (stored === undefined || !suitsJob(job, stored)) continue;
      if (digests.length === mostForecast) {
        more = true;
        break walk;
      }
      digests.push(await lineDigest(dry, job, key.place, stored));
      through = key.place;
      const outcome = await taken(dry, job, key);
      if (outcome !== undefined) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    }
    const last = page.at(-1);
    if (last === undefined) break;
    after = last.place;
  }
  const basis = { through: more ? through : afterAll, digests: digests.join(' ') };
  return { forecast: { lines: digests.length, more, outcomes, ...told(await effects()) }, basis };
}

/** Later than the place of any line. */
const afterAll = '~';

/** What has become of records, in numbers and by name. */
export function told(effects: Effect[]): Pick<Forecast, 'records' | 'shown' | 'changes'> {
  const count = (effect: Effect['effect']) => effects.filter((one) => one.effect === effect).length;
  return {
    records: {
      created: count('created'),
      changed: count('changed'),
      removed: count('removed'),
      unchanged: count('unchanged'),
    },
    shown: { request: shownOf(effects, 'request'), deal: shownOf(effects, 'deal') },
    changes: effects
      .filter(({ effect }) => effect !== 'unchanged')
      .slice(0, mostChanges)
      .map(({ shown: _, ...change }) => change),
  };
}

function shownOf(effects: Effect[], type: Effect['type']): { before: number; after: number } {
  const shown = effects.filter((one) => one.type === type).map((one) => one.shown);
  return { before: shown.filter(({ before }) => before).length, after: shown.filter(({ after }) => after).length };
}
