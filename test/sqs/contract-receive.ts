import { expect } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import { bodies } from './driver.ts';
import type { Part } from './part.ts';

export function receiveContract(part: Part): void {
  pollContract(part);
  visibilityContract(part);
  handleContract(part);
}

function pollContract({ behaves }: Part): void {
  behaves('a long poll is woken by a send', async ({ newQueue, send, receive }) => {
    const url = await newQueue();
    const started = Date.now();
    const polled = receive(url, { WaitTimeSeconds: 20 });
    await wait(200);
    await send(url, 'at last');
    expect(bodies(await polled)).toEqual(['at last']);
    expect(Date.now() - started).toBeLessThan(10_000);
  });

  behaves('a long poll gets a message whose visibility time-out ends meanwhile', async (sqs) => {
    const url = await sqs.newQueue({ VisibilityTimeout: '1' });
    await sqs.send(url, 'again');
    await sqs.receiveOne(url);
    const started = Date.now();
    expect(bodies(await sqs.receive(url, { WaitTimeSeconds: 20 }))).toEqual(['again']);
    expect(Date.now() - started).toBeLessThan(10_000);
  });

  behaves('a long poll of an empty queue ends empty when its time is up', async ({ newQueue, receive }) => {
    const url = await newQueue({ ReceiveMessageWaitTimeSeconds: '1' });
    const started = Date.now();
    expect(await receive(url)).toEqual([]);
    expect(Date.now() - started).toBeGreaterThanOrEqual(950);
    expect(await receive(url, { WaitTimeSeconds: 0 })).toEqual([]);
    expect(Date.now() - started).toBeLessThan(10_000);
  });

  behaves('one receive gives ten messages at most, one when nothing is said', async ({ newQueue, send, receive }) => {
    const url = await newQueue();
    await Promise.all(Array.from({ length: 12 }, (_, i) => send(url, String(i))));
    expect(await receive(url, { MaxNumberOfMessages: undefined })).toHaveLength(1);
    expect(await receive(url, { MaxNumberOfMessages: 10 })).toHaveLength(10);
    for (const MaxNumberOfMessages of [0, 11]) {
      await expect(receive(url, { MaxNumberOfMessages })).rejects.toThrow(
        expect.objectContaining({ name: 'InvalidParameterValue' }),
      );
    }
  });

  behaves('a wait of more than 20 seconds is refused', async ({ newQueue, receive }) => {
    await expect(receive(await newQueue(), { WaitTimeSeconds: 21 })).rejects.toThrow(
      expect.objectContaining({ name: 'InvalidParameterValue' }),
    );
  });

  behaves('receivers at the same time share the messages without overlap', async ({ newQueue, send, receive }) => {
    const url = await newQueue();
    const sent = Array.from({ length: 30 }, (_, i) => `m${i}`);
    await Promise.all(sent.map((body) => send(url, body)));
    const received = await Promise.all(Array.from({ length: 6 }, () => receive(url, { MaxNumberOfMessages: 5 })));
    expect(bodies(received.flat())).toEqual(sent.sort());
  });
}

function visibilityContract({ behaves }: Part): void {
  behaves(
    'a received message is hidden for its time-out and then counts up',
    async ({ newQueue, send, receive, receiveOne }) => {
      const url = await newQueue({ VisibilityTimeout: '1' });
      await send(url, 'x');
      const first = await receiveOne(url);
      expect(await receive(url)).toEqual([]);
      await wait(1_100);
      const second = await receiveOne(url, { MessageSystemAttributeNames: ['ApproximateReceiveCount'] });
      expect(second.MessageId).toBe(first.MessageId);
      expect(second.ReceiptHandle).not.toBe(first.ReceiptHandle);
      expect(second.Attributes).toEqual({ ApproximateReceiveCount: '2' });
    },
  );

  behaves(
    'a receiver may ask for a time-out of its own, 0 included',
    async ({ newQueue, send, receiveOne, counts }) => {
      const url = await newQueue({ VisibilityTimeout: '900' });
      await send(url, 'x');
      await receiveOne(url, { VisibilityTimeout: 0 });
      expect(await counts(url)).toEqual([1, 0, 0]);
      await receiveOne(url, { VisibilityTimeout: 1 });
      expect(await counts(url)).toEqual([0, 1, 0]);
      await wait(1_100);
      expect(await counts(url)).toEqual([1, 0, 0]);
    },
  );

  behaves('changing the visibility to 0 shows the message at once, also to a long poll', async (sqs) => {
    const url = await sqs.newQueue({ VisibilityTimeout: '900' });
    await sqs.send(url, 'x');
    const message = await sqs.receiveOne(url);
    const polled = sqs.receive(url, { WaitTimeSeconds: 20 });
    await wait(200);
    await sqs.change(url, message, 0);
    expect(bodies(await polled)).toEqual(['x']);
  });

  behaves('a time-out that is changed counts from the change', async (sqs) => {
    const url = await sqs.newQueue({ VisibilityTimeout: '1' });
    await sqs.send(url, 'longer');
    await sqs.change(url, await sqs.receiveOne(url), 900);
    await sqs.send(url, 'shorter');
    await sqs.change(url, await sqs.receiveOne(url, { VisibilityTimeout: 900 }), 1);
    await wait(1_100);
    expect(bodies(await sqs.receive(url))).toEqual(['shorter']);
  });

  behaves('the visibility of a message that is not in flight cannot be changed', async (sqs) => {
    const url = await sqs.newQueue();
    await sqs.send(url, 'x');
    const message = await sqs.receiveOne(url);
    await sqs.change(url, message, 0);
    await expect(sqs.change(url, message, 900)).rejects.toThrow(
      expect.objectContaining({ name: expect.stringMatching(/^(MessageNotInflight|InvalidParameterValue)$/) }),
    );
    expect(await sqs.counts(url)).toEqual([1, 0, 0]);
  });

  behaves('a message is not hidden for more than 12 hours', async (sqs) => {
    const url = await sqs.newQueue();
    await sqs.send(url, 'x');
    await expect(sqs.change(url, await sqs.receiveOne(url), 43_201)).rejects.toThrow(
      expect.objectContaining({ name: 'InvalidParameterValue' }),
    );
  });
}

function handleContract({ behaves }: Part): void {
  behaves('a deleted message does not come back, and deleting it again is fine', async (sqs) => {
    const url = await sqs.newQueue();
    await sqs.send(url, 'x');
    const message = await sqs.receiveOne(url);
    await sqs.remove(url, message);
    await sqs.remove(url, message);
    expect(await sqs.counts(url)).toEqual([0, 0, 0]);
  });

  behaves('deleting with an older handle succeeds and leaves the message', async (sqs) => {
    const url = await sqs.newQueue();
    await sqs.send(url, 'x');
    const older = await sqs.receiveOne(url, { VisibilityTimeout: 0 });
    const latest = await sqs.receiveOne(url);
    await sqs.remove(url, older);
    expect(await sqs.counts(url)).toEqual([0, 1, 0]);
    await sqs.remove(url, latest);
    expect(await sqs.counts(url)).toEqual([0, 0, 0]);
  });

  behaves('an older handle cannot change how long the next receiver has', async (sqs) => {
    const url = await sqs.newQueue();
    await sqs.send(url, 'x');
    const older = await sqs.receiveOne(url, { VisibilityTimeout: 0 });
    await sqs.receiveOne(url);
    await sqs.change(url, older, 0).catch(() => 'refused or ignored, either will do');
    expect(await sqs.counts(url)).toEqual([0, 1, 0]);
  });

  behaves('the latest handle still deletes after the time-out as long as nobody received anew', async (sqs) => {
    const url = await sqs.newQueue();
    await sqs.send(url, 'x');
    const message = await sqs.receiveOne(url, { VisibilityTimeout: 1 });
    await wait(1_100);
    await sqs.remove(url, message);
    expect(await sqs.counts(url)).toEqual([0, 0, 0]);
  });

  behaves('a handle that never was one is refused', async ({ newQueue, remove }) => {
    await expect(remove(await newQueue(), { ReceiptHandle: 'made-up' })).rejects.toThrow(
      expect.objectContaining({ name: 'ReceiptHandleIsInvalid' }),
    );
  });
}
