import { SQSClient } from '@aws-sdk/client-sqs';
import { jobMessage } from '../lib/flow/jobs/job-message.ts';
import { emptyQueues, jobRunner, jobSender } from '../lib/queue/jobs.ts';
import { now } from '../lib/runtime/clock.ts';
import { readEnvironment } from '../lib/runtime/env.ts';
import { jsonLog } from '../lib/runtime/log.ts';
import { embeddedMetrics } from '../lib/runtime/metrics.ts';
import { dynamoClient } from '../lib/store/client.ts';
import { dynamoTable } from '../lib/store/dynamo-table.ts';
import { jobDeps } from './wiring/job-deps.ts';

const env = readEnvironment('jobs');
const log = jsonLog('jobs');
const count = embeddedMetrics(log, now);
const dynamo = dynamoClient({ attempts: 5, timeoutMs: 3000, connectMs: 1000 });
const tables = {
  settings: dynamoTable(dynamo, env.SETTINGS_TABLE),
  records: dynamoTable(dynamo, env.RECORDS_TABLE),
  journal: dynamoTable(dynamo, env.JOURNAL_TABLE),
  jobs: dynamoTable(dynamo, env.JOBS_TABLE),
};
const sqs = new SQSClient({ maxAttempts: 2 });
const wakeJob = jobSender({ client: sqs, url: env.JOBS_QUEUE_URL, log });
const onLargeSet = () => {
  count({ largeSet: 1 });
};
const watched = [
  env.BOOKINGS_QUEUE_URL,
  env.DEALS_QUEUE_URL,
  env.BOOKINGS_DEAD_LETTERS_URL,
  env.DEALS_DEAD_LETTERS_URL,
];
const deps = jobDeps(tables, {
  wakeJob,
  onLargeSet,
  leaseMs: Number(env.LEASE_SECONDS) * 1000,
  emptyQueues: emptyQueues(sqs, watched),
});

/** Steps of jobs, and the sweep that wakes those that were lost. */
export const handler = jobRunner({ handle: jobMessage(deps), log });
