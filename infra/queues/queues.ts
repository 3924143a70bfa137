import type { Construct } from 'constructs';
import type { QueueName } from '../../lib/model/queues.ts';
import type { Alarms } from '../watch/alarms.ts';
import type { ConnectorFunction } from '../functions/connector-function.ts';
import { WorkQueue } from './work-queue.ts';

export interface QueuesProps {
  workers: Record<QueueName | 'parked', ConnectorFunction>;
  alarms: Alarms;
  maxConcurrency: number;
}

/** The work queues of lib/model with their workers. */
export function addQueues(
  scope: Construct,
  { workers: { parked, ...workers }, alarms, maxConcurrency }: QueuesProps,
): Record<QueueName, WorkQueue> {
  const queue = (name: QueueName, impact: string) =>
    new WorkQueue(scope, { name, worker: workers[name], parked, maxConcurrency, alarms, impact });
  return {
    bookings: queue('bookings', 'Bookings that were accepted do not become requests: salons miss their enquiries.'),
    deals: queue('deals', 'Deals that were accepted do not show: revenue and stages are out of date.'),
  };
}
