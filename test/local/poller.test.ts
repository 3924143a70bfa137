import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { GetQueueAttributesCommand, SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Context, SQSEvent, SQSRecord } from 'aws-lambda';
import { createQueues, type WorkQueue } from '../../local/poller/create-queues.ts';
import { startPoller } from '../../local/poller/poller.ts';
import { startSqs, type SqsServer } from '../../local/sqs/server.ts';

describe('A poller', () => {
  let folder: string;
  let server: SqsServer;
  let sqs: SQSClient;
  let queue: WorkQueue;
  let stops: (() => Promise<void>)[] = [];
  let storing = true;

  beforeEach(async () => {
    storing = true;
    folder = mkdtempSync(join(tmpdir(), 'poller-'));
    server = await startSqs({ file: join(folder, 'sqs.sqlite') });
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
    sqs = new SQSClient({ endpoint: server.endpoint, region: 'us-east-1', credentials });
    queue = (await createQueues(sqs)).bookings;
  });
  afterEach(async () => {
    await Promise.all(stops.map((stop) => stop()));
    stops = [];
    sqs.destroy();
    await server.close();
    rmSync(folder, { recursive: true });
  });

  async function put(...bodies: string[]): Promise<void> {
    const Entries = bodies.map((MessageBody, at) => ({ Id: String(at), MessageBody }));
    await sqs.send(new SendMessageBatchCommand({ QueueUrl: queue.url, Entries }));
  }

  /** Polls with a function of one's own; `retrySeconds` 0: what failed comes again at once. */
  function poll(handler: (event: SQSEvent, context: Context) => unknown, from = queue.url, timeoutSeconds = 2): void {
    const lambda = { name: 'worker', handler, timeoutSeconds };
    const polling = { sqs, queueUrl: from, queueArn: queue.arn, lambda, concurrency: 1, retrySeconds: 0 };
    stops.push(startPoller({ ...polling, canStore: () => storing, onError: () => undefined }).stop);
  }

  async function left(url = queue.url): Promise<number> {
    const AttributeNames = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;
    const answer = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: [...AttributeNames] }),
    );
    return AttributeNames.reduce((sum, name) => sum + Number(answer.Attributes?.[name]), 0);
  }

  async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
    const end = Date.now() + 30_000;
    while (!(await condition())) {
      if (Date.now() > end) throw new Error('It did not come.');
      await sleep(20);
    }
  }

  it('hands a function the messages as AWS does, with the time it has left', async () => {
    const events: SQSEvent[] = [];
    const remaining: number[] = [];
    await put('one');
    poll((event, context) => {
      remaining.push(context.getRemainingTimeInMillis());
      events.push(event);
    });
    await until(async () => (await left()) === 0);
    expect(events).toHaveLength(1);
    expect(events[0]?.Records[0]).toMatchObject({
      body: 'one',
      attributes: { ApproximateReceiveCount: '1', SentTimestamp: expect.stringMatching(/^\d{13}$/) },
      messageAttributes: {},
      md5OfBody: 'f97c5d29941bfb1b2fdab0874906ab82',
      eventSource: 'aws:sqs',
      eventSourceARN: queue.arn,
      awsRegion: 'us-east-1',
    });
    expect(remaining[0]).toBeGreaterThan(0);
    expect(remaining[0]).toBeLessThanOrEqual(2000);
  });

  it('deletes what a function finished and brings what it failed again', async () => {
    const received: string[] = [];
    await put('good', 'bad', 'fine');
    poll(({ Records }) => {
      received.push(...Records.map(({ body }) => body));
      const failed = Records.filter(
        ({ body, attributes }) => body === 'bad' && attributes.ApproximateReceiveCount < '3',
      );
      return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
    });
    await until(async () => (await left()) === 0);
    expect(received.sort()).toEqual(['bad', 'bad', 'bad', 'fine', 'good']);
  });

  it.each<[string, (records: SQSRecord[]) => unknown]>([
    ['throws', () => Promise.reject(new Error('no'))],
    ['hangs', () => new Promise(() => undefined)],
    ['names a message that is not of the batch', () => ({ batchItemFailures: [{ itemIdentifier: 'other' }] })],
    ['returns something else', () => ({ batchItemFailures: 'all' })],
  ])('brings the whole batch again when a function %s', async (_, fail) => {
    const counts: string[] = [];
    await put('one', 'two');
    poll(
      ({ Records }) => {
        counts.push(...Records.map(({ attributes }) => attributes.ApproximateReceiveCount));
        return Records[0]?.attributes.ApproximateReceiveCount === '1' ? fail(Records) : undefined;
      },
      queue.url,
      0.2,
    );
    await until(async () => (await left()) === 0);
    expect(counts.sort()).toEqual(['1', '1', '2', '2']);
  });

  it('parks a message in the dead-letter queue after five tries', async () => {
    let tries = 0;
    const parked: string[] = [];
    await put('poison');
    poll(({ Records }) => {
      tries += Records.length;
      throw new Error('no');
    });
    poll(({ Records }) => void parked.push(...Records.map(({ body }) => body)), queue.dead.url);
    await until(() => parked.length > 0);
    expect({ tries, parked, left: await left() }).toEqual({ tries: 5, parked: ['poison'], left: 0 });
  });

  it('receives nothing while nothing can be stored, so that no try is counted', async () => {
    const counts: string[] = [];
    storing = false;
    await put('one');
    poll(({ Records }) => void counts.push(...Records.map(({ attributes }) => attributes.ApproximateReceiveCount)));
    await sleep(500);
    expect({ counts, left: await left() }).toEqual({ counts: [], left: 1 });
    storing = true;
    await until(async () => (await left()) === 0);
    expect(counts).toEqual(['1']);
  });

  it('finishes the batch in work before it stops', async () => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    let started = false;
    await put('slow');
    poll(() => {
      started = true;
      return promise;
    });
    await until(() => started);
    const stopped = stops.pop()?.();
    resolve(undefined);
    await stopped;
    expect(await left()).toBe(0);
  });
});
