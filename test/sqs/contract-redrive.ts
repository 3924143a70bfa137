import { expect } from '@jest/globals';
import { SetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import type { Driver } from './driver.ts';
import type { Part } from './part.ts';

/** A queue that shows a message again at once and gives it up after two receives. */
async function withDeadLetters(sqs: Driver): Promise<{ work: string; dead: string }> {
  const dead = await sqs.newQueue();
  const deadLetterTargetArn = await sqs.attribute(dead, 'QueueArn');
  const RedrivePolicy = JSON.stringify({ deadLetterTargetArn, maxReceiveCount: 2 });
  return { dead, work: await sqs.newQueue({ VisibilityTimeout: '0', RedrivePolicy }) };
}

export function redriveContract({ behaves }: Part): void {
  behaves('a message moves at the receive that would be one too many, and not before', async (sqs) => {
    const { work, dead } = await withDeadLetters(sqs);
    await sqs.send(work, 'poison');
    for (const ApproximateReceiveCount of ['1', '2']) {
      const message = await sqs.receiveOne(work, { MessageSystemAttributeNames: ['ApproximateReceiveCount'] });
      expect(message.Attributes).toEqual({ ApproximateReceiveCount });
    }
    expect(await sqs.counts(dead)).toEqual([0, 0, 0]);
    expect(await sqs.receive(work)).toEqual([]);
    expect(await sqs.counts(work)).toEqual([0, 0, 0]);
    expect(await sqs.counts(dead)).toEqual([1, 0, 0]);
  });

  behaves('a dead letter keeps its id, body, attributes and time of sending', async (sqs) => {
    const { work, dead } = await withDeadLetters(sqs);
    const MessageAttributes = { why: { DataType: 'String', StringValue: 'because' } };
    const sent = await sqs.send(work, 'poison', { MessageAttributes });
    const all = { MessageSystemAttributeNames: ['All' as const], MessageAttributeNames: ['All'] };
    const before = await sqs.receiveOne(work, all);
    await sqs.receiveOne(work);
    await sqs.receive(work);
    const letter = await sqs.receiveOne(dead, all);
    expect(letter).toMatchObject({ MessageId: sent.MessageId, Body: 'poison', MessageAttributes });
    expect(letter.Attributes?.SentTimestamp).toBe(before.Attributes?.SentTimestamp);
  });

  behaves('a dead letter goes on counting its receives and names the queue it comes from', async (sqs) => {
    const { work, dead } = await withDeadLetters(sqs);
    await sqs.send(work, 'poison');
    for (let receives = 0; receives < 3; receives += 1) await sqs.receive(work);
    const letter = await sqs.receiveOne(dead, { MessageSystemAttributeNames: ['All'] });
    expect(letter.Attributes).toMatchObject({
      ApproximateReceiveCount: '3',
      DeadLetterQueueSourceArn: await sqs.attribute(work, 'QueueArn'),
    });
  });

  behaves('a poisonous message does not keep the others from being received', async (sqs) => {
    const { work } = await withDeadLetters(sqs);
    await sqs.send(work, 'poison');
    await sqs.receive(work);
    await sqs.receive(work);
    await sqs.send(work, 'good');
    expect((await sqs.receive(work, { MaxNumberOfMessages: 1 })).map(({ Body }) => Body)).toEqual(['good']);
  });

  behaves('a redrive policy is told as it was set and can be taken away', async (sqs) => {
    const { work, dead } = await withDeadLetters(sqs);
    expect(JSON.parse((await sqs.attribute(work, 'RedrivePolicy'))!)).toEqual({
      deadLetterTargetArn: await sqs.attribute(dead, 'QueueArn'),
      maxReceiveCount: 2,
    });
    await sqs.client.send(new SetQueueAttributesCommand({ QueueUrl: work, Attributes: { RedrivePolicy: '' } }));
    expect(await sqs.attribute(work, 'RedrivePolicy')).toBeUndefined();
  });

  behaves('a dead-letter queue must exist', async ({ newQueue }) => {
    const deadLetterTargetArn = 'arn:aws:sqs:us-east-1:000000000000:nowhere';
    const RedrivePolicy = JSON.stringify({ deadLetterTargetArn, maxReceiveCount: 2 });
    // Under which name it is refused is not documented.
    await expect(newQueue({ RedrivePolicy })).rejects.toThrow(
      expect.objectContaining({ name: expect.stringMatching(/^Invalid(Parameter|Attribute)Value$/) }),
    );
  });
}
