import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import * as v from 'valibot';
import type { Depth } from '../model/queues.ts';
import { TryAgain } from '../model/try-again.ts';

const counted = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesDelayed',
  'ApproximateNumberOfMessagesNotVisible',
] as const;
const count = v.pipe(v.string(), v.digits(), v.transform(Number));
const countsSchema = v.object(v.entriesFromList(counted, count));

/** How many messages wait in a queue, now or later, and how many are being worked on, as SQS estimates it. Throws `TryAgain` when it does not say. */
export function depthOf(client: SQSClient) {
  return async (url: string): Promise<Depth> => {
    const command = new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: [...counted] });
    const { Attributes } = await client.send(command).catch(() => {
      throw new TryAgain('a queue does not say what waits in it');
    });
    const counts = v.parse(countsSchema, Attributes);
    return {
      waiting: counts.ApproximateNumberOfMessages + counts.ApproximateNumberOfMessagesDelayed,
      inFlight: counts.ApproximateNumberOfMessagesNotVisible,
    };
  };
}
