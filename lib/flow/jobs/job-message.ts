import type { Job, JobMessage } from '../../model/job.ts';
import { jobStep, type StepDeps } from './step.ts';

export interface JobMessageDeps extends StepDeps {
  /** The index may lag. */
  listOpen: () => Promise<Pick<Job, 'accountKey' | 'id'>[]>;
  wakeJob: (job: Pick<Job, 'accountKey' | 'id'>) => Promise<void>;
}

/** What is done with a message of the queue of jobs: a step, or a message for every job that nobody works on. */
export function jobMessage(deps: JobMessageDeps) {
  const step = jobStep(deps);
  return async (message: JobMessage): Promise<{ type: string; outcome: string; job?: string }> => {
    const { type } = message;
    if (message.type === 'job') return { type, job: message.id, outcome: await step(message.accountKey, message.id) };
    const open = await deps.listOpen();
    let woken = 0;
    for (const { accountKey, id } of open) {
      const stored = await deps.findJob(accountKey, id);
      if (stored === undefined || stored.job.lease > deps.now().getTime()) continue;
      await deps.wakeJob(stored.job);
      woken += 1;
    }
    return { type, outcome: `woken ${woken}` };
  };
}
