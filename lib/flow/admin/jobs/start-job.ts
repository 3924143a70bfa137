import type { RouteAct } from '../../../model/acts.ts';
import type { Failure } from '../../../model/api.ts';
import type { Job, JobState } from '../../../model/job.ts';
import type { Salon } from '../../../model/settings.ts';
import { pinnedOf } from './create-job.ts';
import { jobAnswer, type JobActDeps } from './job-answer.ts';

export interface StartJobDeps extends JobActDeps {
  findSalon: (accountKey: string, salonKey: string) => Promise<Salon | undefined>;
}

/** Starts a job that has told what it would do, with the settings as they are now. Asked twice, it starts once. */
export function startJob(deps: StartJobDeps): RouteAct<'POST /api/jobs/{id}/start'> {
  return ({ account, caller, id }) =>
    changeState(deps, account.key, id, async (job) => {
      if (job.state === 'forecasting') return { error: 'not_ready' };
      if (job.state !== 'ready') return job;
      const salon = job.salonKey === undefined ? undefined : await deps.findSalon(account.key, job.salonKey);
      const at = deps.now().toISOString();
      const basis = job.basis && { changedMeanwhile: salon?.version !== job.pinned?.version };
      const started = { state: 'running', startedAt: at, startedBy: caller.subject, until: at } as const;
      return { ...job, ...started, ...basis, ...(salon && { pinned: pinnedOf(salon) }) };
    });
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

export function stopJob(deps: JobActDeps): RouteAct<'POST /api/jobs/{id}/stop'> {
  return ({ account, id }) =>
    changeState(deps, account.key, id, (job) => {
      const state = stopped[job.state];
      return Promise.resolve(state === job.state ? job : { ...job, state });
    });
}

const mostTurns = 50;

async function changeState(
  deps: JobActDeps,
  accountKey: string,
  id: string,
  decide: (job: Job) => Promise<Job | Failure>,
) {
  for (let turn = 0; turn < mostTurns; turn++) {
    const stored = await deps.findJob(accountKey, id);
    if (stored === undefined) return { error: 'not_found' } as const;
    const next = await decide(stored.job);
    if ('error' in next) return next;
    if (next !== stored.job && !(await deps.putJob(next, stored.rev))) continue;
    if (next !== stored.job) await deps.wakeJob(next);
    return { ok: jobAnswer(next) };
  }
  return { error: 'unavailable' } as const;
}
