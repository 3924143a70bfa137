import type { RouteAct } from '../../../model/acts.ts';
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
    return { ok: { items: items.map(jobAnswer), ...(more ? { cursor: last.id } : {}) } };
  };
}

export function showJob(deps: Pick<JobActDeps, 'findJob'>): RouteAct<'GET /api/jobs/{id}'> {
  return async ({ account, id }) => {
    const stored = await deps.findJob(account.key, id);
    return stored === undefined ? { error: 'not_found' } : { ok: jobAnswer(stored.job) };
  };
}
