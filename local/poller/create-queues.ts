import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  SetQueueAttributesCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { deliveryQueue, jobQueue, queues, queueSettings, type QueueName } from '../../lib/model/queues.ts';

export interface Queue {
  url: string;
  arn: string;
}
export interface WorkQueue extends Queue {
  dead: Queue;
}

export type Queues = Record<QueueName, WorkQueue> & { jobs: Queue; delivery: Queue };

/** Creates the work queues with their dead-letter queues, or brings those that exist up to date. */
export async function createQueues(sqs: SQSClient): Promise<Queues> {
  return {
    bookings: await workQueue(sqs, queues.bookings.name),
    deals: await workQueue(sqs, queues.deals.name),
    jobs: await sweptQueue(sqs, jobQueue),
    delivery: await sweptQueue(sqs, deliveryQueue),
  };
}

function sweptQueue(sqs: SQSClient, { name, retention, visibilityTimeout }: typeof jobQueue | typeof deliveryQueue) {
  return queue(sqs, name, {
    MessageRetentionPeriod: String(retention),
    VisibilityTimeout: String(visibilityTimeout),
  });
}

async function workQueue(sqs: SQSClient, name: string): Promise<WorkQueue> {
  const dead = await queue(sqs, `${name}-dead`, { MessageRetentionPeriod: String(queueSettings.deadLetterRetention) });
  const work = await queue(sqs, name, {
    MessageRetentionPeriod: String(queueSettings.retention),
    VisibilityTimeout: String(queueSettings.visibilityTimeout),
    RedrivePolicy: JSON.stringify({
      deadLetterTargetArn: dead.arn,
      maxReceiveCount: queueSettings.maxReceiveCount,
    }),
  });
  return { ...work, dead };
}

async function queue(sqs: SQSClient, name: string, attributes: Record<string, string>): Promise<Queue> {
  const { QueueUrl: url = '' } = await sqs.send(new CreateQueueCommand({ QueueName: name }));
  await sqs.send(new SetQueueAttributesCommand({ QueueUrl: url, Attributes: attributes }));
  const found = await sqs.send(new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['QueueArn'] }));
  return { url, arn: found.Attributes?.QueueArn ?? '' };
}
