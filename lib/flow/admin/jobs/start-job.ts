import type { RouteAct } from '../../../model/acts.ts';
import type { Failure } from '../../../model/api.ts';
import type { Job, JobState } from '../../../model/job.ts';
import { present } from '../../../model/present.ts';
import type { AuditLine, Salon } from '../../../model/settings.ts';
import { pinnedOf } from './create-job.ts';
import { jobAnswer, type JobActDeps } from './job-answer.ts';

export interface StartJobDeps extends JobActDeps {
  findSalon: (accountKey: string, salonKey: string) => Promise<Salon | undefined>;
}

/** Starts a job that has told what it would do, with the settings as they are now. Asked twice, it starts once. */
export function startJob(deps: StartJobDeps): RouteAct<'POST /api/jobs/{id}/start'> {
  return async ({ account, caller, id }) => {
    const changed = await changeState(deps, account.key, id, async (job) => {
      if (job.state === 'forecasting') return { error: 'not_ready' };
      if (job.state !== 'ready') return job;
      const salon = job.salonKey === undefined ? undefined : await deps.findSalon(account.key, job.salonKey);
      const at = deps.now().toISOString();
      const basis = job.basis && { changedMeanwhile: salon?.version !== job.pinned?.version };
      const started = { state: 'running', startedAt: at, startedBy: caller.subject, until: at } as const;
      return { ...job, ...started, ...basis, ...(salon && { pinned: pinnedOf(salon) }) };
    });
    return 'error' in changed ? changed : { ok: jobAnswer(changed) };
  };
}

/** What a job that is stopped becomes: one that runs ends what it has begun first. */
const stopped: Record<JobState, JobState> = {
  forecasting: 'stopped',
  ready: 'stopped',
  running: 'stopping',
  stopping: 'stopping',
  stopped: 'stopped',
  done: 'done',
};

export interface StopJobDeps extends JobActDeps {
  /** Once, however often it is asked. */
  saveAudit: (accountKey: string, line: AuditLine) => Promise<void>;
}

/** Asked again, it stops once; who was told of a failure and asks again puts the line of the audit that may be missing. */
export function stopJob(deps: StopJobDeps): RouteAct<'POST /api/jobs/{id}/stop'> {
  return async ({ account, caller, id }) => {
    const changed = await changeState(deps, account.key, id, (job) => {
      const state = stopped[job.state];
      const said = { stoppedAt: deps.now().toISOString(), stoppedBy: caller.subject };
      return Promise.resolve(state === job.state ? job : { ...job, state, ...said });
    });
    if ('error' in changed) return changed;
    await audit(deps, changed);
    return { ok: jobAnswer(changed) };
  };
}

async function audit({ saveAudit }: StopJobDeps, job: Job): Promise<void> {
  const { id, accountKey, salonKey, what, stoppedAt: at, stoppedBy: subject } = job;
  if (at === undefined || subject === undefined) return;
  const line = {
    v: 1,
    at,
    subject,
    job: id,
    what: 'job_stopped',
    version: 2,
    changes: { what: { to: what } },
  } as const;
  await saveAudit(accountKey, present({ ...line, salonKey }));
}

const mostTurns = 50;

/** Answers the job as it is then. */
async function changeState(
  deps: JobActDeps,
  accountKey: string,
  id: string,
  decide: (job: Job) => Promise<Job | Failure>,
): Promise<Job | Failure> {
  for (let turn = 0; turn < mostTurns; turn++) {
    const stored = await deps.findJob(accountKey, id);
    if (stored === undefined) return { error: 'not_found' };
    const next = await decide(stored.job);
    if ('error' in next) return next;
    if (next !== stored.job && !(await deps.putJob(next, stored.rev))) continue;
    if (next !== stored.job) await deps.wakeJob(next);
    return next;
  }
  return { error: 'unavailable' };
}
