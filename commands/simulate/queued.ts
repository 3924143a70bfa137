import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Target } from '../api/target.ts';

const local = { region: 'us-east-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };
const numbers = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;

/** How many messages wait or are in flight; undefined where the target does not name its queues. */
export async function queued({ queues }: Target): Promise<number | undefined> {
  if (queues === undefined) return undefined;
  const { endpoint, bookings, deals } = queues;
  const sqs = new SQSClient({ endpoint, ...(process.env['AWS_ACCESS_KEY_ID'] === undefined ? local : {}) });
  try {
    const counts = await Promise.all([bookings, deals].map((url) => waiting(sqs, url)));
    return counts.reduce((sum, count) => sum + count, 0);
  } finally {
    sqs.destroy();
  }
}

async function waiting(sqs: SQSClient, QueueUrl: string): Promise<number> {
  const asked = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...numbers] });
  const { Attributes = {} } = await sqs.send(asked);
  return numbers.reduce((sum, name) => sum + Number(Attributes[name] ?? 0), 0);
}
