import { createQueues } from '../../local/poller/create-queues.ts';
import { ownServer } from '../sqs/own-server.ts';

/** The queues of the local stack on a server of their own; `variables`: what the admin function is told of them. */
export async function ownQueues() {
  const server = await ownServer();
  const queues = await createQueues(server.client);
  const variables = {
    AWS_ENDPOINT_URL_SQS: server.endpoint,
    BOOKINGS_QUEUE_URL: queues.bookings.url,
    DEALS_QUEUE_URL: queues.deals.url,
    BOOKINGS_DEAD_LETTERS_URL: queues.bookings.dead.url,
    DEALS_DEAD_LETTERS_URL: queues.deals.dead.url,
    JOBS_QUEUE_URL: queues.jobs.url,
    DELIVERY_QUEUE_URL: queues.delivery.url,
  };
  return { ...server, queues, variables };
}
export type OwnQueues = Awaited<ReturnType<typeof ownQueues>>;
