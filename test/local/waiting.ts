import { setTimeout as sleep } from 'node:timers/promises';
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';

interface Queues {
  endpoint: string;
  bookings: string;
  deals: string;
}

/** Waits until no message is visible, in flight or parked; answers whether that came within `ms`. */
export async function drained({ endpoint, bookings, deals }: Queues, ms: number): Promise<boolean> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const sqs = new SQSClient({ endpoint, region: 'us-east-1', credentials });
  const end = Date.now() + ms;
  // The dead-letter queues last: what is moved there in between must be seen.
  const left = async () =>
    (await waiting(sqs, [bookings, deals])) + (await waiting(sqs, [`${bookings}-dead`, `${deals}-dead`]));
  try {
    while ((await left()) > 0) {
      if (Date.now() > end) return false;
      await sleep(200);
    }
    return true;
  } finally {
    sqs.destroy();
  }
}

async function waiting(sqs: SQSClient, urls: string[]): Promise<number> {
  const counts = urls.map(async (QueueUrl) => {
    const { Attributes = {} } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
    return Number(Attributes.ApproximateNumberOfMessages) + Number(Attributes.ApproximateNumberOfMessagesNotVisible);
  });
  return (await Promise.all(counts)).reduce((sum, one) => sum + one, 0);
}
