import { expect } from '@jest/globals';
import type { MessageAttributeValue } from '@aws-sdk/client-sqs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Part } from './part.ts';

const mixed: Record<string, MessageAttributeValue> = {
  zone: { DataType: 'String', StringValue: 'Москва' },
  count: { DataType: 'Number.int', StringValue: '12' },
  Blob: { DataType: 'Binary', BinaryValue: Uint8Array.of(0, 255) },
};

export function messageContract({ behaves, maximumBytes }: Part): void {
  behaves('a body comes back as it was sent, with the MD5 of its UTF-8', async ({ newQueue, send, receiveOne }) => {
    const url = await newQueue();
    const sent = await send(url, 'hello');
    const received = await receiveOne(url);
    expect(sent.MD5OfMessageBody).toBe('5d41402abc4b2a76b9719d911017c592');
    expect(received).toMatchObject({
      MessageId: sent.MessageId,
      Body: 'hello',
      MD5OfBody: '5d41402abc4b2a76b9719d911017c592',
    });
  });

  behaves('the digest of one attribute is the one AWS is known to give', async ({ newQueue, send }) => {
    const sent = await send(await newQueue(), 'x', {
      MessageAttributes: { timestamp: { DataType: 'Number', StringValue: '1493147359900' } },
    });
    expect(sent.MD5OfMessageAttributes).toBe('235c5c510d26fb653d073faed50ae77c');
  });

  behaves('attributes of all types come back, digested in the order of names', async (sqs) => {
    const url = await sqs.newQueue();
    const sent = await sqs.send(url, 'x', { MessageAttributes: mixed });
    const received = await sqs.receiveOne(url, { MessageAttributeNames: ['All'] });
    // Computed apart from this code, in Python, after the developer guide's description.
    expect(sent.MD5OfMessageAttributes).toBe('e9bf3683bfdf1d1b1ab04644e2c8de66');
    expect(received.MD5OfMessageAttributes).toBe(sent.MD5OfMessageAttributes);
    expect(received.MessageAttributes).toMatchObject({ zone: mixed['zone'], count: mixed['count'] });
    expect([...(received.MessageAttributes?.['Blob']?.BinaryValue ?? [])]).toEqual([0, 255]);
  });

  behaves('a receiver gets only the attributes it names', async ({ newQueue, send, receiveOne }) => {
    const url = await newQueue({ VisibilityTimeout: '0' });
    await send(url, 'x', { MessageAttributes: mixed });
    const namesFor = async (MessageAttributeNames: string[]) =>
      Object.keys((await receiveOne(url, { MessageAttributeNames })).MessageAttributes ?? {});
    expect(await namesFor([])).toEqual([]);
    expect(await namesFor(['count'])).toEqual(['count']);
    expect(await namesFor(['zo.*'])).toEqual(['zone']);
  });

  behaves('the times and the group of a message are told on request', async ({ newQueue, send, receiveOne }) => {
    const url = await newQueue();
    const before = Date.now();
    await send(url, 'x', { MessageGroupId: 'salon-7' });
    const { Attributes } = await receiveOne(url, { MessageSystemAttributeNames: ['All'] });
    expect(Attributes).toMatchObject({ ApproximateReceiveCount: '1', MessageGroupId: 'salon-7' });
    for (const time of [Attributes?.SentTimestamp, Attributes?.ApproximateFirstReceiveTimestamp]) {
      expect(Math.abs(Number(time) - before)).toBeLessThan(10_000);
    }
  });

  behaves('system attributes are told under the older parameter too', async ({ newQueue, send, receiveOne }) => {
    const url = await newQueue();
    await send(url, 'x');
    const { Attributes } = await receiveOne(url, { AttributeNames: ['ApproximateReceiveCount' as 'All'] });
    expect(Attributes).toEqual({ ApproximateReceiveCount: '1' });
  });

  behaves('characters outside of XML 1.0 are refused', async ({ newQueue, send, counts }) => {
    const url = await newQueue();
    for (const illegal of ['\u0000', '\u0008', '\u000b', '\u001f', '\ud800', '\ufffe', '\uffff']) {
      await expect(send(url, `a${illegal}b`)).rejects.toThrow(
        expect.objectContaining({ name: 'InvalidMessageContents' }),
      );
    }
    expect(await counts(url)).toEqual([0, 0, 0]);
  });

  behaves('every edge of the allowed characters comes through', async ({ newQueue, send, receiveOne }) => {
    const url = await newQueue();
    const edges = '\t\n\r \u007f\u0085\ud7ff\ue000\ufffd\u{10000}\u{10ffff}';
    await send(url, edges);
    expect((await receiveOne(url)).Body).toBe(edges);
  });

  behaves('an empty body is refused', async ({ newQueue, send, counts }) => {
    const url = await newQueue();
    await expect(send(url, '')).rejects.toThrow(expect.objectContaining({ name: 'MissingParameter' }));
    expect(await counts(url)).toEqual([0, 0, 0]);
  });

  behaves('a message may be as large as the limit in bytes and not larger', async ({ newQueue, send, receiveOne }) => {
    const url = await newQueue();
    const body = 'я'.repeat(maximumBytes / 2);
    await send(url, body);
    expect((await receiveOne(url)).Body).toBe(body);
    await expect(send(url, `${body}a`)).rejects.toThrow(expect.objectContaining({ name: 'InvalidParameterValue' }));
  });

  behaves('names, types and values of attributes count towards the size', async ({ newQueue, send }) => {
    const url = await newQueue({ MaximumMessageSize: '1024' });
    const MessageAttributes = { name: { DataType: 'String', StringValue: 'value' } };
    await send(url, 'a'.repeat(1024 - 'nameStringvalue'.length), { MessageAttributes });
    await expect(send(url, 'a'.repeat(1025 - 'nameStringvalue'.length), { MessageAttributes })).rejects.toThrow(
      expect.objectContaining({ name: 'InvalidParameterValue' }),
    );
  });

  behaves('an attribute without a value is refused', async ({ newQueue, send }) => {
    const MessageAttributes = { name: { DataType: 'String', StringValue: '' } };
    await expect(send(await newQueue(), 'x', { MessageAttributes })).rejects.toThrow(
      expect.objectContaining({ name: 'InvalidParameterValue' }),
    );
  });

  behaves('a delayed message shows up when its delay is over', async ({ newQueue, send, receive }) => {
    const url = await newQueue({ DelaySeconds: '900' });
    await send(url, 'by the queue');
    await send(url, 'by itself', { DelaySeconds: 1 });
    expect(await receive(url)).toEqual([]);
    await wait(1_100);
    expect((await receive(url)).map(({ Body }) => Body)).toEqual(['by itself']);
  });

  behaves('a delay of more than 15 minutes is refused', async ({ newQueue, send }) => {
    await expect(send(await newQueue(), 'x', { DelaySeconds: 901 })).rejects.toThrow(
      expect.objectContaining({ name: 'InvalidParameterValue' }),
    );
  });
}
