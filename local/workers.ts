import type { SQSClient } from '@aws-sdk/client-sqs';
import type { SQSEvent } from 'aws-lambda';
import type { QueueName } from '../lib/model/queues.ts';
import type { Functions } from './functions.ts';
import type { Lambda } from './lambda/invoke.ts';
import type { Queue, WorkQueue } from './poller/create-queues.ts';
import { startPoller } from './poller/poller.ts';

export interface WorkersOptions {
  sqs: SQSClient;
  queues: Record<QueueName, WorkQueue>;
  functions: Pick<Functions, 'bookings' | 'deals' | 'parked'>;
  retrySeconds: number;
  canStore: () => boolean;
  onError: (error: unknown) => void;
}

/** Two batches at once a work queue, so that the races of AWS happen here as well. */
const concurrency = 2;

/** Polls both queues for their workers, and both dead-letter queues for the parked function. */
export function startWorkers({ queues, functions, ...polling }: WorkersOptions): { stop: () => Promise<void> } {
  const poller = (queue: Queue, lambda: Lambda<SQSEvent>, batches: number) =>
    startPoller({ ...polling, queueUrl: queue.url, queueArn: queue.arn, lambda, concurrency: batches });
  const pollers = [
    poller(queues.bookings, functions.bookings, concurrency),
    poller(queues.deals, functions.deals, concurrency),
    poller(queues.bookings.dead, functions.parked, 1),
    poller(queues.deals.dead, functions.parked, 1),
  ];
  return {
    stop: async () => {
      await Promise.all(pollers.map(({ stop }) => stop()));
    },
  };
}
