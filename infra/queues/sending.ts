import type { IQueue } from 'aws-cdk-lib/aws-sqs';
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

/** The variables of a function that looks at dead letters. */
export function deadLetterUrls({ bookings, deals }: Queues) {
  return {
    BOOKINGS_DEAD_LETTERS_URL: bookings.deadLetters.queueUrl,
    DEALS_DEAD_LETTERS_URL: deals.deadLetters.queueUrl,
  };
}

/** The work queues and those of their dead letters. */
export function workQueuesOf(queues: Queues): IQueue[] {
  return Object.values(queues).flatMap(({ queue, deadLetters }) => [queue, deadLetters]);
}

/** The grant of a function that asks how much waits in queues. */
export function countingIn(queues: IQueue[]): Grant {
  return { actions: ['sqs:GetQueueAttributes'], resources: queues.map(({ queueArn }) => queueArn) };
}
