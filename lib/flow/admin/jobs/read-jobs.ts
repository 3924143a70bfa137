import type { RouteAct } from '../../../model/acts.ts';
import type { Erasing } from '../../../model/erasure.ts';
import type { Job } from '../../../model/job.ts';
import { jobAnswer, type JobActDeps } from './job-answer.ts';

export interface ListJobsDeps {
  /** Newest first. */
  listJobs: (accountKey: string) => Promise<Job[]>;
}

/** Jobs of the account, newest first; `cursor` is the id of the last one shown. */
export function listJobs(deps: ListJobsDeps): RouteAct<'GET /api/jobs'> {
  return async ({ account, query: { cursor, limit } }) => {
    const jobs = await deps.listJobs(account.key);
    const start = cursor === undefined ? 0 : jobs.findIndex(({ id }) => id === cursor) + 1;
    if (cursor !== undefined && start === 0) return { error: 'invalid_request', fields: { cursor: 'invalid' } };
    const items = jobs.slice(start, start + limit);
    const last = items.at(-1);
    const more = last !== undefined && start + limit < jobs.length;
    return { ok: { items: items.map((job) => jobAnswer(job)), ...(more ? { cursor: last.id } : {}) } };
  };
}

export interface ShowJobDeps extends Pick<JobActDeps, 'findJob'> {
  /** What an erasure has to erase at CoMagic, too. */
  listErasing: (accountKey: string, job: string) => Promise<Erasing[]>;
}

export function showJob(deps: ShowJobDeps): RouteAct<'GET /api/jobs/{id}'> {
  return async ({ account, id }) => {
    const stored = await deps.findJob(account.key, id);
    if (stored === undefined) return { error: 'not_found' };
    if (stored.job.what !== 'erase') return { ok: jobAnswer(stored.job) };
    const noted = await deps.listErasing(account.key, id);
    return {
      ok: jobAnswer(
        stored.job,
        noted.filter(({ state }) => state === 'byHand'),
      ),
    };
  };
}
