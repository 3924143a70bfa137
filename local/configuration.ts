import * as v from 'valibot';
import { jobQueue } from '../lib/model/queues.ts';

const whole = (fallback: string, most: number) =>
  v.pipe(v.optional(v.string(), fallback), v.regex(/^\d+$/), v.transform(Number), v.maxValue(most));

const environmentSchema = v.object({
  PORT: whole('3000', 65_535),
  DATA_DIR: v.optional(v.pipe(v.string(), v.minLength(1)), '.local'),
  RETRY_SECONDS: whole('5', 43_200),
  LEASE_SECONDS: whole(String(jobQueue.timeout + jobQueue.leaseMargin), 43_200),
  SWEEP_SECONDS: whole(String(jobQueue.sweep), 43_200),
});

export interface Configuration {
  /** Of the API; 0 takes a free one. */
  port: number;
  dataDir: string;
  /** Seconds until a failed message comes again: AWS waits for the queue's visibility time-out, a developer will not. */
  retrySeconds: number;
  /** Seconds for which a step keeps others from its job: after a kill, until it goes on. */
  leaseSeconds: number;
  /** Seconds from one sweep to the next, of jobs and of what is sent to CoMagic. */
  sweepSeconds: number;
}

/** Reads PORT, DATA_DIR, RETRY_SECONDS, LEASE_SECONDS and SWEEP_SECONDS. Throws an Error that names what is malformed. */
export function configurationOf(environment: Record<string, string | undefined>): Configuration {
  const read = v.safeParse(environmentSchema, environment);
  if (!read.success) throw new Error(`Malformed: ${read.issues.map((issue) => v.getDotPath(issue)).join(', ')}`);
  const { PORT, DATA_DIR, RETRY_SECONDS, LEASE_SECONDS, SWEEP_SECONDS } = read.output;
  return {
    port: PORT,
    dataDir: DATA_DIR,
    retrySeconds: RETRY_SECONDS,
    leaseSeconds: LEASE_SECONDS,
    sweepSeconds: SWEEP_SECONDS,
  };
}
