import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createQueues } from '../../local/poller/create-queues.ts';
import { startSqs, type SqsServer } from '../../local/sqs/server.ts';
import { clientOf } from '../sqs/driver.ts';
import { ownFolder } from '../sqs/own-folder.ts';

let folder: Awaited<ReturnType<typeof ownFolder>>;
let server: SqsServer;
let sqs: SQSClient;

beforeAll(async () => {
  folder = await ownFolder();
  server = await startSqs({ file: folder.file });
  sqs = clientOf(server.endpoint);
});
afterAll(async () => {
  sqs.destroy();
  await server.close();
  await folder.remove();
});

it('the work queues of the local stack hide a message as long as those in AWS, and give it up as late', async () => {
  const { jobs, ...work } = await createQueues(sqs);
  const attributesOf = async (url: string) => {
    const asked = new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['All'] });
    return (await sqs.send(asked)).Attributes ?? {};
  };
  for (const [name, { url }] of Object.entries(work)) {
    const { VisibilityTimeout, RedrivePolicy = '' } = await attributesOf(url);
    expect([name, VisibilityTimeout]).toEqual([name, '61']);
    expect(JSON.parse(RedrivePolicy)).toMatchObject({ maxReceiveCount: 5 });
  }
  expect(await attributesOf(jobs.url)).toMatchObject({ VisibilityTimeout: '1800', MessageRetentionPeriod: '3600' });
});
