import * as v from 'valibot';
import { jobAnswerSchema, type JobAnswer } from '../../../model/api-jobs.ts';
import type { Erasing } from '../../../model/erasure.ts';
import type { Job, StoredJob } from '../../../model/job.ts';

export interface JobActDeps {
  findJob: (accountKey: string, id: string) => Promise<StoredJob | undefined>;
  /** Puts it when the revision is still the stored one (none: when there is no such job); answers whether it did. */
  putJob: (job: Job, rev: string | undefined) => Promise<boolean>;
  /** Never throws: what is lost, the sweep wakes. */
  wakeJob: (job: Job) => Promise<void>;
  now: () => Date;
}

/** `byHand`: of an erasure, what people have to erase in CoMagic. */
export function jobAnswer(job: Job, byHand: Erasing[] = []): JobAnswer {
  const more = byHand.length === 0 ? {} : { byHand };
  return v.parse(jobAnswerSchema, { ...job, ...more, salon: job.salonKey, settingsVersion: job.pinned?.version });
}
