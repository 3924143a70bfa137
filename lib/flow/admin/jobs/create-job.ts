import * as v from 'valibot';
import type { RouteAct } from '../../../model/acts.ts';
import type { CreateJob } from '../../../model/api-jobs.ts';
import type { Failure } from '../../../model/api.ts';
import type { Job } from '../../../model/job.ts';
import { decidingSchema, type Account, type Salon } from '../../../model/settings.ts';
import { salonsAsked, type TodayDeps } from '../today.ts';
import { erasureAsked, type ErasureAskedDeps } from './erasure-asked.ts';
import { jobAnswer, type JobActDeps } from './job-answer.ts';

export type CreateJobDeps = Omit<JobActDeps, 'findJob'> & Pick<TodayDeps, 'listSalons'> & ErasureAskedDeps;

/** Asks for a job, which first tells what it would do; it starts when somebody says so. */
export function createJob(deps: CreateJobDeps): RouteAct<'POST /api/jobs'> {
  return async ({ account, caller, body }) => {
    const asked = await askedFor(deps, account, body);
    if ('error' in asked) return asked;
    const job = await numbered(deps, { ...newJob, ...asked, accountKey: account.key, by: caller.subject });
    await deps.wakeJob(job);
    return { created: jobAnswer(job) };
  };
}

type Asked = Pick<Job, 'what'> & Partial<Job>;

async function askedFor(deps: CreateJobDeps, account: Account, body: CreateJob): Promise<Asked | Failure> {
  if (body.what === 'refold') return { what: body.what };
  if (body.what === 'erase') return erasureAsked(deps, account, body);
  const salons = await salonsAsked(deps, account.key, body.salon);
  if ('error' in salons) return salons;
  const [salon] = salons;
  if (salon === undefined) return { error: 'not_found' };
  return { ...withoutSalon(body), salonKey: salon.key, pinned: pinnedOf(salon) };
}

function withoutSalon({ salon, ...asked }: Exclude<CreateJob, { what: 'refold' | 'erase' }>) {
  return asked;
}

/** The settings of a salon that decide, as they are now. */
export function pinnedOf(salon: Salon) {
  return v.parse(decidingSchema, salon);
}

const newJob = { v: 1, state: 'forecasting', cursor: '', reach: '', attempts: 0, lease: 0, counts: {} } as const;

const mostTurns = 100;

/** Two jobs of an account never have one number. */
async function numbered(deps: CreateJobDeps, asked: Omit<Job, 'id' | 'number' | 'until' | 'createdAt'>): Promise<Job> {
  const first = deps.now().getTime();
  for (let number = first; number < first + mostTurns; number++) {
    const at = new Date(number).toISOString();
    const job: Job = { ...asked, id: String(number), number, createdAt: at, until: at };
    if (await deps.putJob(job, undefined)) return job;
  }
  throw new Error('no number is free for a job');
}
