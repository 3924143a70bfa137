import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { SQSEvent } from 'aws-lambda';
import type { JobMessage } from '../lib/model/job.ts';
import type { OutboundMessage } from '../lib/model/outbound-message.ts';
import type { Functions } from './functions.ts';
import type { Lambda } from './lambda/invoke.ts';
import type { Queue, Queues } from './poller/create-queues.ts';
import { startPoller } from './poller/poller.ts';

export interface WorkersOptions {
  sqs: SQSClient;
  queues: Queues;
  functions: Pick<Functions, 'bookings' | 'deals' | 'parked' | 'jobs' | 'delivery'>;
  /** Seconds from one sweep to the next, of jobs and of what is sent. */
  sweepSeconds: number;
  retrySeconds: number;
  canStore: () => boolean;
  onError: (error: unknown) => void;
}

/** Two batches at once a work queue, so that the races of AWS happen here as well. */
const concurrency = 2;

/** Polls both queues for their workers, and both dead-letter queues for the parked function. */
export function startWorkers({ queues, functions, sweepSeconds, ...polling }: WorkersOptions): {
  stop: () => Promise<void>;
} {
  const poller = (queue: Queue, lambda: Lambda<SQSEvent>, batches: number, batchSize?: number) =>
    startPoller({
      ...polling,
      queueUrl: queue.url,
      queueArn: queue.arn,
      lambda,
      concurrency: batches,
      ...(batchSize === undefined ? {} : { batchSize }),
    });
  const pollers = [
    poller(queues.bookings, functions.bookings, concurrency),
    poller(queues.deals, functions.deals, concurrency),
    poller(queues.bookings.dead, functions.parked, 1),
    poller(queues.deals.dead, functions.parked, 1),
    poller(queues.jobs, functions.jobs, concurrency, 1),
    poller(queues.delivery, functions.delivery, concurrency, 1),
  ];
  const clocks = [queues.jobs, queues.delivery].map((queue) => startSweep(polling, queue, sweepSeconds));
  return {
    stop: async () => {
      clocks.forEach(clearInterval);
      await Promise.all(pollers.map(({ stop }) => stop()));
    },
  };
}

/** AWS's clock: sends the message that wakes what was lost. */
function startSweep({ sqs, onError }: Pick<WorkersOptions, 'sqs' | 'onError'>, { url }: Queue, seconds: number) {
  const sweep: JobMessage & OutboundMessage = { v: 1, type: 'sweep' };
  const send = () => sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: JSON.stringify(sweep) }));
  return setInterval(() => {
    send().catch(onError);
  }, seconds * 1000);
}
