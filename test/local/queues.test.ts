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
  for (const [name, { url }] of Object.entries(await createQueues(sqs.client))) {
    const asked = new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['All'] });
    const { VisibilityTimeout, RedrivePolicy = '' } = (await sqs.client.send(asked)).Attributes ?? {};
    expect([name, VisibilityTimeout]).toEqual([name, '61']);
    expect(JSON.parse(RedrivePolicy)).toMatchObject({ maxReceiveCount: 5 });
  }
});
