import { afterEach, describe, expect, it } from '@jest/globals';
import { networkInterfaces } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { startSqs, type SqsOptions } from '../../local/sqs/server.ts';
import { describeSqsContract } from './contract.ts';
import { bodies, clientOf, driverOf } from './driver.ts';
import { ownFolder } from './own-folder.ts';

describeSqsContract('The local server', async () => {
  const { file, remove } = await ownFolder();
  const server = await startSqs({ file });
  return { endpoint: server.endpoint, stop: () => server.close().then(remove) };
});

describe('The local server, beyond what Amazon SQS tells', () => {
  const cleanUp: (() => unknown)[] = [];
  afterEach(async () => {
    for (const act of cleanUp.splice(0).reverse()) await act();
  });

  async function started(options: Partial<SqsOptions> = {}) {
    const { file, remove } = await ownFolder();
    const server = await startSqs({ file, ...options });
    const sqs = driverOf(clientOf(server.endpoint));
    cleanUp.push(remove, server.close, () => {
      sqs.client.destroy();
    });
    return { ...sqs, file, server };
  }

  it('forgets a message when its retention is over, in flight or not, and counts it no more', async () => {
    let time = Date.now();
    const { newQueue, send, receiveOne, receive, counts } = await started({ now: () => time });
    const url = await newQueue({ MessageRetentionPeriod: '60', VisibilityTimeout: '900' });
    await send(url, 'received');
    await receiveOne(url);
    await send(url, 'waiting');
    time += 59_999;
    await send(url, 'younger');
    expect(await counts(url)).toEqual([2, 1, 0]);
    time += 1;
    expect(await counts(url)).toEqual([1, 0, 0]);
    expect(bodies(await receive(url))).toEqual(['younger']);
  });

  it('lets the retention of a dead letter run from its sending, not from its move', async () => {
    let time = Date.now();
    const { newQueue, send, receive, attribute, counts } = await started({ now: () => time });
    const dead = await newQueue({ MessageRetentionPeriod: '100' });
    const deadLetterTargetArn = await attribute(dead, 'QueueArn');
    const RedrivePolicy = JSON.stringify({ deadLetterTargetArn, maxReceiveCount: 1 });
    const work = await newQueue({ VisibilityTimeout: '0', RedrivePolicy });
    await send(work, 'poison');
    time += 90_000;
    await receive(work);
    await receive(work);
    expect(await counts(dead)).toEqual([1, 0, 0]);
    time += 10_000;
    expect(await counts(dead)).toEqual([0, 0, 0]);
  });

  it('wakes a long poll of the dead-letter queue when a letter arrives', async () => {
    const { newQueue, send, receive, attribute } = await started();
    const dead = await newQueue();
    const deadLetterTargetArn = await attribute(dead, 'QueueArn');
    const RedrivePolicy = JSON.stringify({ deadLetterTargetArn, maxReceiveCount: 1 });
    const work = await newQueue({ VisibilityTimeout: '0', RedrivePolicy });
    await send(work, 'poison');
    await receive(work);
    const begun = Date.now();
    const polled = receive(dead, { WaitTimeSeconds: 20 });
    await wait(200);
    await receive(work);
    expect(bodies(await polled)).toEqual(['poison']);
    expect(Date.now() - begun).toBeLessThan(10_000);
  });

  it('counts receives for a second dead-letter queue anew', async () => {
    const { newQueue, send, receive, attribute } = await started();
    const policy = async (url: string) =>
      JSON.stringify({ deadLetterTargetArn: await attribute(url, 'QueueArn'), maxReceiveCount: 1 });
    const last = await newQueue();
    const middle = await newQueue({ VisibilityTimeout: '0', RedrivePolicy: await policy(last) });
    const first = await newQueue({ VisibilityTimeout: '0', RedrivePolicy: await policy(middle) });
    await send(first, 'poison');
    await receive(first);
    await receive(first);
    expect(bodies(await receive(middle))).toEqual(['poison']);
  });

  it('lets a message that keeps failing wait behind the others', async () => {
    let time = Date.now();
    const { newQueue, send, receiveOne } = await started({ now: () => (time += 1) });
    const url = await newQueue({ VisibilityTimeout: '0' });
    for (const body of ['a', 'b', 'c']) await send(url, body);
    const order = [];
    for (let i = 0; i < 6; i += 1) order.push((await receiveOne(url)).Body);
    expect(order).toEqual(['a', 'b', 'c', 'a', 'b', 'c']);
  });

  it('refuses a handle that belongs to another queue', async () => {
    const { newQueue, send, receiveOne, remove } = await started();
    const url = await newQueue();
    await send(url, 'x');
    const message = await receiveOne(url);
    await expect(remove(await newQueue(), message)).rejects.toThrow(
      expect.objectContaining({ name: 'ReceiptHandleIsInvalid' }),
    );
  });

  it('does not hand a message to a receiver who hung up', async () => {
    const { client, newQueue, send, receive, counts } = await started();
    const url = await newQueue();
    const polled = receive(url, { WaitTimeSeconds: 20 });
    await wait(200);
    client.destroy();
    await expect(polled).rejects.toThrow();
    await wait(200);
    await send(url, 'for somebody else');
    expect(await counts(url)).toEqual([1, 0, 0]);
  });

  it('answers long polls at once when it closes', async () => {
    const { newQueue, receive, server } = await started();
    const polled = receive(await newQueue(), { WaitTimeSeconds: 20 });
    // A busy machine takes its time to hand the poll to the server.
    await wait(2000);
    cleanUp.splice(1, 1);
    const begun = Date.now();
    await server.close();
    expect(await polled).toEqual([]);
    expect(Date.now() - begun).toBeLessThan(3_000);
  });

  it('knows a queue by a URL with the port of an earlier start', async () => {
    const { newQueue, send, counts } = await started();
    const url = await newQueue();
    await send(url, 'x');
    expect(await counts(url.replace(/:\d+\//, ':1/'))).toEqual([1, 0, 0]);
  });

  it('refuses a second server on the same file', async () => {
    const { file } = await started();
    await expect(startSqs({ file })).rejects.toThrow('locked');
  });

  it('listens on loopback only', async () => {
    const { server } = await started();
    const others = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
    for (const { address } of others.filter(({ internal, family }) => !internal && family === 'IPv4')) {
      await expect(fetch(server.endpoint.replace('127.0.0.1', address))).rejects.toThrow();
    }
    expect(server.endpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it('words an error as the JSON protocol does, with the older code in a header', async () => {
    const { server } = await started();
    const answer = await fetch(server.endpoint, {
      method: 'POST',
      headers: { 'x-amz-target': 'AmazonSQS.GetQueueAttributes', 'content-type': 'application/x-amz-json-1.0' },
      body: JSON.stringify({ QueueUrl: `${server.endpoint}/000000000000/nowhere` }),
    });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('x-amzn-query-error')).toBe('AWS.SimpleQueueService.NonExistentQueue;Sender');
    expect(await answer.json()).toMatchObject({ __type: 'com.amazonaws.sqs#QueueDoesNotExist' });
  });

  it('refuses what is not a request of SQS', async () => {
    const { server } = await started();
    const post = async (target: string, body: string) => {
      const answer = await fetch(server.endpoint, { method: 'POST', headers: { 'x-amz-target': target }, body });
      const { __type } = (await answer.json()) as { __type: string };
      return [answer.status, __type.split('#')[1]];
    };
    expect(await post('AmazonSQS.PurgeQueue', '{}')).toEqual([400, 'InvalidAction']);
    expect(await post('AmazonSQS.SendMessage', '{')).toEqual([400, 'SerializationException']);
    expect(await post('AmazonSQS.SendMessage', '{"QueueUrl":5}')).toEqual([400, 'SerializationException']);
    expect(await post('AmazonSQS.SendMessage', '{}')).toEqual([400, 'MissingParameter']);
  });
});
