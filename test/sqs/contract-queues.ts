import { expect } from '@jest/globals';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  SetQueueAttributesCommand,
  type QueueAttributeName,
} from '@aws-sdk/client-sqs';
import { aQueueName } from './driver.ts';
import type { Part } from './part.ts';

export function queueContract({ behaves, maximumBytes }: Part): void {
  const create = (QueueName: string, Attributes: Partial<Record<QueueAttributeName, string>> = {}) =>
    new CreateQueueCommand({ QueueName, Attributes });

  behaves('a queue created again with the same attributes is the same queue', async ({ client }) => {
    const name = aQueueName();
    const first = await client.send(create(name, { VisibilityTimeout: '7' }));
    const again = await client.send(create(name, { VisibilityTimeout: '7' }));
    expect(again.QueueUrl).toBe(first.QueueUrl);
    expect(first.QueueUrl).toMatch(new RegExp(`/\\d{12}/${name}$`));
  });

  behaves('a queue is not created again with a different attribute', async ({ client }) => {
    const name = aQueueName();
    await client.send(create(name, { VisibilityTimeout: '7' }));
    await expect(client.send(create(name, { VisibilityTimeout: '8' }))).rejects.toThrow(
      expect.objectContaining({ name: 'QueueNameExists' }),
    );
  });

  behaves('the name of a queue has no other marks than hyphens and underscores', async ({ client }) => {
    await expect(client.send(create('no spaces'))).rejects.toThrow(
      expect.objectContaining({ name: 'InvalidParameterValue' }),
    );
  });

  behaves('a queue has the documented defaults', async ({ client, newQueue }) => {
    const QueueUrl = await newQueue();
    const answer = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
    expect(answer.Attributes).toMatchObject({
      VisibilityTimeout: '30',
      DelaySeconds: '0',
      ReceiveMessageWaitTimeSeconds: '0',
      MessageRetentionPeriod: '345600',
      MaximumMessageSize: String(maximumBytes),
      QueueArn: expect.stringMatching(new RegExp(`^arn:aws:sqs:[^:]+:\\d{12}:${QueueUrl.split('/').at(-1) ?? ''}$`)),
    });
  });

  behaves('an attribute that was set counts from then on', async ({ client, newQueue, attribute }) => {
    const QueueUrl = await newQueue({ DelaySeconds: '3' });
    await client.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { VisibilityTimeout: '11' } }));
    expect(await attribute(QueueUrl, 'VisibilityTimeout')).toBe('11');
    expect(await attribute(QueueUrl, 'DelaySeconds')).toBe('3');
  });

  behaves('an attribute out of its range is refused and changes nothing', async ({ client, newQueue, attribute }) => {
    const QueueUrl = await newQueue();
    const Attributes = { VisibilityTimeout: '43201' };
    await expect(client.send(new SetQueueAttributesCommand({ QueueUrl, Attributes }))).rejects.toThrow(
      expect.objectContaining({ name: 'InvalidAttributeValue' }),
    );
    expect(await attribute(QueueUrl, 'VisibilityTimeout')).toBe('30');
  });

  behaves('an attribute that does not exist is refused', async ({ newQueue, attribute }) => {
    const QueueUrl = await newQueue();
    await expect(attribute(QueueUrl, 'Colour' as QueueAttributeName)).rejects.toThrow(
      expect.objectContaining({ name: 'InvalidAttributeName' }),
    );
  });

  behaves('visible, hidden and delayed messages are counted apart', async ({ newQueue, send, receive, counts }) => {
    const url = await newQueue();
    for (const body of ['1', '2', '3', '4']) await send(url, body);
    await send(url, '5', { DelaySeconds: 900 });
    await receive(url, { MaxNumberOfMessages: 1 });
    expect(await counts(url)).toEqual([3, 1, 1]);
  });
}
