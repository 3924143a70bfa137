import type { QueueName } from '../../lib/model/queues.ts';
import type { Grant } from '../functions/connector-function.ts';
import type { WorkQueue } from './work-queue.ts';

type Queues = Record<QueueName, WorkQueue>;

/** The variables of a function that sends to the work queues. */
export function workQueueUrls({ bookings, deals }: Queues) {
  return { BOOKINGS_QUEUE_URL: bookings.queue.queueUrl, DEALS_QUEUE_URL: deals.queue.queueUrl };
}

/** And its grant; it covers batches. */
export function toWorkQueues({ bookings, deals }: Queues): Grant {
  return { actions: ['sqs:SendMessage'], resources: [bookings.queue.queueArn, deals.queue.queueArn] };
}
