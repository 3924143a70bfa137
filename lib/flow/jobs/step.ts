import {
  isOpen,
  longestOutage,
  pages,
  type Basis,
  type Counts,
  type Forecast,
  type Job,
  type JobWhat,
  type StoredJob,
} from '../../model/job.ts';
import type { AuditLine } from '../../model/settings.ts';
import { TryAgain } from '../../model/try-again.ts';

/** One of what a job does; its place never changes, and places sort. */
export interface Task {
  place: string;
  /** Whether it is part of the job. */
  suits: () => Promise<boolean>;
  /** Does it; answers under what it is counted, if it is. May be done again at any point. */
  take: () => Promise<string | undefined>;
  /** Whether it is other than the forecast has found it. */
  differs?: () => Promise<boolean>;
  /** Whether the job goes on without it when the database has failed at it for long. */
  passable?: true;
  /** What comes after it has time until the next sweep. */
  waits?: boolean;
}

/** What a job would do, and what that rests on. */
export interface Told {
  forecast: Forecast;
  basis: Basis;
}

/** What a job walks along. */
export interface Work {
  /** The first so many tasks after a place; none when the walk is over. */
  page: (job: Job, after: string, size: number) => Promise<Task[]>;
  /** What it would do; undefined when nothing can be told. */
  forecast?: (job: Job) => Promise<Told>;
}

export interface StepDeps {
  findJob: (accountKey: string, id: string) => Promise<StoredJob | undefined>;
  putJob: (job: Job, rev: string | undefined) => Promise<boolean>;
  /** Asks for the next step. May throw: the sweep asks again. */
  sendJob: (job: Job) => Promise<void>;
  works: Record<JobWhat, Work>;
  /** Once a line, however often it is asked. */
  saveAudit: (accountKey: string, line: AuditLine) => Promise<void>;
  /** Whether an error passes by itself, so that nothing is wrong with what was being done. */
  isOutage: (error: unknown) => boolean;
  /** Tasks of a step. */
  pageSize: number;
  /** For how long (ms) nobody else works on a job that somebody has begun a step of. */
  leaseMs: number;
  now: () => Date;
}

const mostTurns = 50;

/** One step of a job: claim, a page of its work, one put of the result, and the message for the next. Answers what was done. */
export function jobStep(deps: StepDeps) {
  return async (accountKey: string, id: string): Promise<string> => {
    const claimed = await claim(deps, accountKey, id);
    if (claimed === undefined) return 'left';
    const { job, page } = claimed;
    try {
      return job.state === 'forecasting' ? await forecast(deps, job) : await work(deps, job, page);
    } catch (error) {
      await release(deps, job, error).catch(() => undefined);
      throw error;
    }
  };
}

/** What was done before a task that fails is counted; the next step begins at that one. */
async function work(deps: StepDeps, job: Job, page: Task[]): Promise<string> {
  if (job.cursor === '') await audit(deps, job);
  let counts: Counts = {};
  let last: Task | undefined;
  for (const task of page) {
    try {
      const outcome = await taken(deps, job, task);
      if (outcome !== undefined) counts = added(counts, { [outcome]: 1 });
      last = task;
    } catch (error) {
      if (last !== undefined) break;
      if (!isPassed(deps, job, task, error)) throw error;
      return settle(deps, job, { counts: { unavailable: 1 }, last: task });
    }
  }
  return settle(deps, job, { counts, last });
}

/** A place at which the database fails alone would hold its job for ever; it is tried until the last. */
function isPassed({ isOutage, now }: StepDeps, { outageSince }: Job, { passable }: Task, error: unknown): boolean {
  if (passable !== true || outageSince === undefined || !isOutage(error)) return false;
  return now().getTime() - outageSince >= longestOutage;
}

/** Who has started it is on record before anything is done. */
async function audit({ saveAudit }: StepDeps, job: Job): Promise<void> {
  const { id, accountKey, salonKey, what, filter, choices, by } = job;
  const { startedAt: at = job.createdAt, startedBy: subject = by } = job;
  const said = Object.entries({ what, filter, choices }).filter(([, one]) => one !== undefined);
  const changes = Object.fromEntries(said.map(([name, to]) => [name, { to }]));
  const line = { v: 1, at, subject, job: id, what: 'job_started', version: 1, changes } as const;
  await saveAudit(accountKey, salonKey === undefined ? line : { ...line, salonKey });
}

/**
 * Nobody has to wait for the lease of a step that has failed. One that failed with the database counts as no attempt, lest lines
 * be given up at which nothing is wrong.
 */
async function release(deps: StepDeps, job: Job, error: unknown): Promise<void> {
  for (let turn = 0; turn < mostTurns; turn++) {
    const stored = await deps.findJob(job.accountKey, job.id);
    const { cursor, lease, attempts } = stored?.job ?? {};
    if (stored === undefined || cursor !== job.cursor || lease !== job.lease || attempts !== job.attempts) return;
    const { outageSince = deps.now().getTime() } = job;
    const left = deps.isOutage(error) ? { attempts: job.attempts - 1, outageSince } : {};
    if (await deps.putJob({ ...stored.job, lease: 0, ...left }, stored.rev)) return;
  }
}

/** Puts that a step has begun, and how far it will reach; undefined: there is nothing to do, or somebody does it. */
async function claim(deps: StepDeps, accountKey: string, id: string): Promise<{ job: Job; page: Task[] } | undefined> {
  for (let turn = 0; turn < mostTurns; turn++) {
    const stored = await deps.findJob(accountKey, id);
    if (stored === undefined) return undefined;
    const { job, rev } = stored;
    if (!isOpen(job.state) || job.lease > deps.now().getTime()) return undefined;
    if (job.state === 'stopping' && job.reach <= job.cursor) {
      if (await deps.putJob(ended(deps, job, 'stopped'), rev)) return undefined;
      continue;
    }
    const page = job.state === 'forecasting' ? [] : await pageOf(deps, job);
    const next = begun(deps, job, page);
    if (await deps.putJob(next, rev)) return { job: next, page };
  }
  throw new TryAgain('a job changes too often');
}

function begun({ now, leaseMs }: StepDeps, job: Job, page: Task[]): Job {
  const reach = page.at(-1)?.place ?? '';
  return {
    ...job,
    attempts: job.attempts + 1,
    lease: now().getTime() + leaseMs,
    reach: reach > job.reach ? reach : job.reach,
  };
}

/** A page that killed two attempts is done line by line. */
function pageOf({ works, pageSize }: StepDeps, job: Job): Promise<Task[]> {
  const size = job.attempts >= pages.singleFrom ? 1 : pageSize;
  return works[job.what].page(job, job.cursor, size);
}

/** A single task at which two attempts have died is passed. */
async function taken(deps: StepDeps, job: Job, task: Task): Promise<string | undefined> {
  if (!(await task.suits())) return undefined;
  if (job.attempts > pages.giveUpFrom) return 'gaveUp';
  // It is on record before the task is done: afterwards it could no longer be told.
  if (job.changedMeanwhile === false && (await task.differs?.()) === true) await markChanged(deps, job);
  return task.take();
}

async function markChanged(deps: StepDeps, job: Job): Promise<void> {
  for (let turn = 0; turn < mostTurns; turn++) {
    const stored = await deps.findJob(job.accountKey, job.id);
    if (stored?.job.changedMeanwhile !== false) return;
    if (await deps.putJob({ ...stored.job, changedMeanwhile: true }, stored.rev)) return;
  }
  throw new TryAgain('a job changes too often');
}

interface Result {
  counts: Counts;
  /** The last of the page; undefined: there was none, the walk is over. */
  last: Task | undefined;
}

/** Counts and the next place in one put, on condition that the place is still the one that the step began at. */
async function settle(deps: StepDeps, job: Job, { counts, last }: Result): Promise<string> {
  for (let turn = 0; turn < mostTurns; turn++) {
    const stored = await deps.findJob(job.accountKey, job.id);
    const current = stored?.job;
    if (stored === undefined || current?.cursor !== job.cursor || !isOpen(current.state)) return 'left';
    const next = counted(deps, current, { counts, last });
    if (!(await deps.putJob(next, stored.rev))) continue;
    if (isOpen(next.state) && last?.waits !== true) await deps.sendJob(next);
    return isOpen(next.state) ? 'step' : next.state;
  }
  throw new TryAgain('a job changes too often');
}

function counted(deps: StepDeps, { outageSince: _, ...job }: Job, { counts, last }: Result): Job {
  const next = { ...job, counts: added(job.counts, counts), attempts: 0, lease: 0 };
  if (last !== undefined) return { ...next, cursor: last.place };
  return ended(deps, isAsTold(next) ? next : { ...next, changedMeanwhile: true }, 'done');
}

/** Of a forecast of all lines, whether there were as many. */
function isAsTold({ forecast, changedMeanwhile, counts }: Job): boolean {
  if (forecast === undefined || forecast.more || changedMeanwhile === undefined) return true;
  return Object.values(counts).reduce((sum, one) => sum + one, 0) === forecast.lines;
}

function ended({ now }: StepDeps, job: Job, state: 'done' | 'stopped'): Job {
  return { ...job, state, attempts: 0, lease: 0, endedAt: now().toISOString() };
}

function added(a: Counts, b: Counts): Counts {
  const sum = { ...a };
  for (const [outcome, count] of Object.entries(b)) sum[outcome] = (sum[outcome] ?? 0) + count;
  return sum;
}

/** A forecast at which two attempts died is not made: the job can be started without one. */
async function forecast(deps: StepDeps, job: Job): Promise<string> {
  const work = deps.works[job.what];
  const made = job.attempts > 2 ? undefined : await work.forecast?.(job);
  const stored = await deps.findJob(job.accountKey, job.id);
  if (stored?.job.state !== 'forecasting') return 'left';
  const ready: Job = { ...stored.job, state: 'ready', attempts: 0, lease: 0, ...made };
  return (await deps.putJob(ready, stored.rev)) ? 'ready' : 'left';
}
