import type { Construct } from 'constructs';
import { functionLimits } from '../../lib/model/functions.ts';
import { settingsKeys } from '../../lib/model/keys.ts';
import { jobQueue } from '../../lib/model/queues.ts';
import { toSweptQueue } from '../queues/swept-queue.ts';
import { countingIn, deadLetterUrls, workQueuesOf, workQueueUrls } from '../queues/sending.ts';
import { onIndexes, onPartitions, onTable } from '../tables/grants.ts';
import { ConnectorFunction } from './connector-function.ts';
import type { Surroundings } from './surroundings.ts';
import { tableNames } from '../tables/names.ts';

/** Steps of jobs: it has the workers' flow and so their rights, and walks the lists. */
export function jobsFunction(
  scope: Construct,
  { tables: { settings, records, journal, jobs }, queues, jobQueue: queue, logRetention }: Surroundings,
): ConnectorFunction<'jobs'> {
  return new ConnectorFunction(scope, {
    name: 'jobs',
    ...functionLimits.jobs,
    logRetention,
    environment: {
      ...tableNames({ settings, records, journal }),
      JOBS_TABLE: jobs.tableName,
      JOBS_QUEUE_URL: queue.queue.queueUrl,
      ...workQueueUrls(queues),
      ...deadLetterUrls(queues),
      LEASE_SECONDS: String(jobQueue.timeout + jobQueue.leaseMargin),
    },
    grants: [
      onTable(settings, 'dynamodb:GetItem'),
      onPartitions(
        settings,
        [settingsKeys.erasures('*').pk, settingsKeys.neighbours('*').pk, settingsKeys.auditsOf('*')],
        'dynamodb:PutItem',
      ),
      onTable(records, 'dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem'),
      onIndexes(records, 'records'),
      onTable(journal, 'dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem'),
      onIndexes(journal, 'journal'),
      onTable(jobs, 'dynamodb:GetItem', 'dynamodb:PutItem'),
      onIndexes(jobs, 'jobs'),
      toSweptQueue(queue),
      countingIn(workQueuesOf(queues)),
    ],
  });
}
