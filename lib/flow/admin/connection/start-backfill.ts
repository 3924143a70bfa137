import type { Account } from '../../../model/settings.ts';
import { backfillTimes, newJob } from '../jobs/create-job.ts';
import type { JobActDeps } from '../jobs/job-answer.ts';

export type BackfillDeps = Omit<JobActDeps, 'wakeJob'>;

const mostTurns = 100;
const dayMs = 86_400_000;

/** An id that no job of the account has. */
export async function freeJobId({ findJob, now }: BackfillDeps, accountKey: string): Promise<string> {
  const first = now().getTime();
  for (let number = first; number < first + mostTurns; number++) {
    if ((await findJob(accountKey, String(number))) === undefined) return String(number);
  }
  throw new Error('no number is free for a job');
}

/**
 * Starts the job that the connection names, unless it was: who saved the connection may have died before it was started, so that it
 * is done by whoever reads or saves the connection next. One that is named for more than a day has been started, or has expired.
 */
export async function startBackfill(deps: BackfillDeps, { key, connection }: Account): Promise<void> {
  const { backfill: id, backfillBy: by, startDate: since, isOn } = connection ?? {};
  if (id === undefined || by === undefined || since === undefined || isOn !== true) return;
  const number = Number(id);
  if (deps.now().getTime() - number > dayMs || (await deps.findJob(key, id)) !== undefined) return;
  const at = new Date(number).toISOString();
  const asked = { what: 'backfill', accountKey: key, since, by, id, number, createdAt: at } as const;
  const started = { state: 'running', startedAt: at, startedBy: by } as const;
  await deps.putJob({ ...newJob, ...asked, ...started, ...backfillTimes(deps.now()) }, undefined);
}
