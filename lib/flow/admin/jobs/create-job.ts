import * as v from 'valibot';
import type { RouteAct } from '../../../model/acts.ts';
import { heardMs } from '../../../model/age.ts';
import type { CreateJob } from '../../../model/api-jobs.ts';
import type { Failure } from '../../../model/api.ts';
import { recordsOfId, salonOfOutbound } from '../../../model/ids.ts';
import type { Job } from '../../../model/job.ts';
import { present } from '../../../model/present.ts';
import { decidingSchema, type Account, type Salon } from '../../../model/settings.ts';
import { salonsAsked, type TodayDeps } from '../today.ts';
import { erasureAsked, type ErasureAskedDeps } from './erasure-asked.ts';
import { jobAnswer, type JobActDeps } from './job-answer.ts';

export type CreateJobDeps = Omit<JobActDeps, 'findJob'> & Pick<TodayDeps, 'listSalons'> & ErasureAskedDeps;

/** Asks for a job, which first tells what it would do; it starts when somebody says so. */
export function createJob(deps: CreateJobDeps): RouteAct<'POST /api/jobs'> {
  return async ({ account, caller, body }) => {
    const asked = await askedFor(deps, account, body, caller.subject);
    if ('error' in asked) return asked;
    const job = await numbered(deps, { ...newJob, ...asked, accountKey: account.key, by: caller.subject });
    await deps.wakeJob(job);
    return { created: jobAnswer(job) };
  };
}

type Asked = Pick<Job, 'what'> & Partial<Job>;

async function askedFor(deps: CreateJobDeps, account: Account, body: CreateJob, by: string): Promise<Asked | Failure> {
  if (body.what === 'refold') return { what: body.what };
  if (body.what === 'erase') return erasureAsked(deps, account, body);
  if (body.what === 'backfill') return { ...atOnce(deps, by), ...backfillTimes(deps.now()), ...body };
  if (body.what === 'resend') return resendAsked(deps, account, body, by);
  const salons = await salonsAsked(deps, account.key, body.salon);
  if ('error' in salons) return salons;
  const [salon] = salons;
  if (salon === undefined) return { error: 'not_found' };
  return { ...withoutSalon(body), salonKey: salon.key, pinned: pinnedOf(salon) };
}

/** What only marks has nothing to tell before: it runs as soon as it is asked for. */
function atOnce({ now }: CreateJobDeps, startedBy: string) {
  return { state: 'running', startedAt: now().toISOString(), startedBy } as const;
}

/**
 * When a job that marks what was missed begins: not before every process has heard that the account's records are sent. Before,
 * nothing would be marked, and what is put meanwhile would be missed. It is put with a lease until then; a sweep wakes it.
 */
export function backfillTimes(now: Date): Pick<Job, 'until' | 'lease'> {
  const lease = now.getTime() + heardMs;
  return { until: new Date(lease).toISOString(), lease };
}

/** Of one record, of the refused ones of a salon, or of all that were refused. */
async function resendAsked(
  deps: CreateJobDeps,
  account: Account,
  { what, salon, record }: Extract<CreateJob, { what: 'resend' }>,
  by: string,
): Promise<Asked | Failure> {
  const job = { what, ...atOnce(deps, by) };
  if (record !== undefined) {
    const [named] = recordsOfId(record);
    const salons = await deps.listSalons(account.key);
    const isOurs = named !== undefined && salons.some(({ key }) => key === salonOfOutbound(named));
    return isOurs ? { ...job, record } : { error: 'invalid_request', fields: { record: 'unknown' } };
  }
  if (salon === undefined) return job;
  const salons = await salonsAsked(deps, account.key, salon);
  return 'error' in salons ? salons : present({ ...job, salonKey: salons[0]?.key });
}

function withoutSalon({ salon, ...asked }: Exclude<CreateJob, { what: 'refold' | 'erase' | 'resend' | 'backfill' }>) {
  return asked;
}

/** The settings of a salon that decide, as they are now. */
export function pinnedOf(salon: Salon) {
  return v.parse(decidingSchema, salon);
}

/** Of every job that is asked for. */
export const newJob = { v: 1, state: 'forecasting', cursor: '', reach: '', attempts: 0, lease: 0, counts: {} } as const;

const mostTurns = 100;

type Numbered = Omit<Job, 'id' | 'number' | 'until' | 'createdAt'> & { until?: string };

/** Two jobs of an account never have one number. */
async function numbered(deps: CreateJobDeps, asked: Numbered): Promise<Job> {
  const first = deps.now().getTime();
  for (let number = first; number < first + mostTurns; number++) {
    const at = new Date(number).toISOString();
    const job: Job = { until: at, ...asked, id: String(number), number, createdAt: at };
    if (await deps.putJob(job, undefined)) return job;
  }
  throw new Error('no number is free for a job');
}
