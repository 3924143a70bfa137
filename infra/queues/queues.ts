import type { Construct } from 'constructs';
import type { QueueName } from '../../lib/model/queues.ts';
import type { ConnectorFunction } from '../functions/connector-function.ts';
import type { Alarms } from '../watch/alarms.ts';
import { WorkQueue } from './work-queue.ts';

/** The work queues of lib/model. */
export function addQueues(scope: Construct, alarms: Alarms): Record<QueueName, WorkQueue> {
  const queue = (name: QueueName, impact: string) => new WorkQueue(scope, { name, alarms, impact });
  return {
    bookings: queue('bookings', 'Bookings that were accepted do not become requests: salons miss their enquiries.'),
    deals: queue('deals', 'Deals that were accepted do not show: revenue and stages are out of date.'),
  };
}

/** Gives each queue the worker of its name. */
export function serveQueues(
  { bookings, deals }: Record<QueueName, WorkQueue>,
  { parked, ...workers }: Record<QueueName | 'parked', ConnectorFunction>,
  maxConcurrency: number,
): void {
  bookings.serve({ worker: workers.bookings, parked, maxConcurrency });
  deals.serve({ worker: workers.deals, parked, maxConcurrency });
}
