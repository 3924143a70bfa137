import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createQueues } from '../../local/poller/create-queues.ts';
import { ownServer, type OwnServer } from '../sqs/own-server.ts';

let sqs: OwnServer;
beforeAll(async () => {
  sqs = await ownServer();
});
afterAll(() => sqs.close());

it('the work queues of the local stack hide a message as long as those in AWS, and give it up as late', async () => {
  const { jobs, delivery, ...work } = await createQueues(sqs.client);
  const attributesOf = async (url: string) => {
    const asked = new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['All'] });
    return (await sqs.client.send(asked)).Attributes ?? {};
  };
  for (const [name, { url }] of Object.entries(work)) {
    const { VisibilityTimeout, RedrivePolicy = '' } = await attributesOf(url);
    expect([name, VisibilityTimeout]).toEqual([name, '61']);
    expect(JSON.parse(RedrivePolicy)).toMatchObject({ maxReceiveCount: 5 });
  }
  expect(await attributesOf(jobs.url)).toMatchObject({ VisibilityTimeout: '1800', MessageRetentionPeriod: '3600' });
  expect(await attributesOf(delivery.url)).toMatchObject({ VisibilityTimeout: '720', MessageRetentionPeriod: '3600' });
});
