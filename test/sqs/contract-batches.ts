import { expect } from '@jest/globals';
import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  SendMessageBatchCommand,
  type SendMessageBatchRequestEntry,
} from '@aws-sdk/client-sqs';
import { bodies, type Driver } from './driver.ts';
import type { Part } from './part.ts';

const sendAll = ({ client }: Driver, QueueUrl: string, Entries: SendMessageBatchRequestEntry[]) =>
  client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));

const entries = (count: number) => Array.from({ length: count }, (_, i) => ({ Id: `e${i}`, MessageBody: `m${i}` }));

export function batchContract({ behaves, maximumBytes }: Part): void {
  behaves('ten messages are sent in one batch, each answered under its id', async (sqs) => {
    const url = await sqs.newQueue();
    const { Successful, Failed } = await sendAll(sqs, url, entries(10));
    const received = await sqs.receive(url, { WaitTimeSeconds: 1 });
    expect(Failed ?? []).toEqual([]);
    expect(Successful?.map(({ Id }) => Id)).toEqual(entries(10).map(({ Id }) => Id));
    expect(bodies(received)).toEqual(entries(10).map(({ MessageBody }) => MessageBody));
    expect(received.map(({ MessageId }) => MessageId).sort()).toEqual(
      Successful?.map(({ MessageId }) => MessageId).sort(),
    );
  });

  behaves('an entry that is refused does not hold up the others', async (sqs) => {
    const url = await sqs.newQueue();
    const { Successful, Failed } = await sendAll(sqs, url, [
      { Id: 'good', MessageBody: 'fine' },
      { Id: 'bad', MessageBody: 'not\u0000fine' },
      { Id: 'late', MessageBody: 'fine too', DelaySeconds: 901 },
    ]);
    expect(Successful?.map(({ Id }) => Id)).toEqual(['good']);
    expect(Failed).toMatchObject([
      { Id: 'bad', SenderFault: true, Code: 'InvalidMessageContents' },
      { Id: 'late', SenderFault: true, Code: 'InvalidParameterValue' },
    ]);
    expect(bodies(await sqs.receive(url))).toEqual(['fine']);
  });

  for (const [what, batch, name] of [
    ['an empty batch', [], 'EmptyBatchRequest'],
    ['a batch of eleven', entries(11), 'TooManyEntriesInBatchRequest'],
    ['a batch with an id twice', [...entries(2), ...entries(1)], 'BatchEntryIdsNotDistinct'],
    ['a batch with an id that has a dot', [{ Id: 'a.b', MessageBody: 'x' }], 'InvalidBatchEntryId'],
    ['a batch with an id of 81 letters', [{ Id: 'a'.repeat(81), MessageBody: 'x' }], 'InvalidBatchEntryId'],
  ] satisfies [string, SendMessageBatchRequestEntry[], string][]) {
    behaves(`${what} is refused as a whole`, async (sqs) => {
      const url = await sqs.newQueue();
      await expect(sendAll(sqs, url, batch)).rejects.toThrow(expect.objectContaining({ name }));
      expect(await sqs.counts(url)).toEqual([0, 0, 0]);
    });
  }

  behaves('the messages of a batch together may be as large as the limit and not larger', async (sqs) => {
    const url = await sqs.newQueue();
    const halves = (more: number) => [
      { Id: 'a', MessageBody: 'a'.repeat(maximumBytes / 2) },
      { Id: 'b', MessageBody: 'b'.repeat(maximumBytes / 2 + more) },
    ];
    expect((await sendAll(sqs, url, halves(0))).Successful).toHaveLength(2);
    await expect(sendAll(sqs, url, halves(1))).rejects.toThrow(
      expect.objectContaining({ name: 'BatchRequestTooLong' }),
    );
  });

  behaves('a batch of deletes removes what it can and names what it cannot', async (sqs) => {
    const url = await sqs.newQueue();
    await sendAll(sqs, url, entries(3));
    const received = await sqs.receive(url, { WaitTimeSeconds: 1 });
    const answer = await sqs.client.send(
      new DeleteMessageBatchCommand({
        QueueUrl: url,
        Entries: [
          { Id: 'made-up', ReceiptHandle: 'made-up' },
          ...received.slice(0, 2).map(({ ReceiptHandle }, i) => ({ Id: `r${i}`, ReceiptHandle })),
        ],
      }),
    );
    expect(answer.Successful?.map(({ Id }) => Id)).toEqual(['r0', 'r1']);
    expect(answer.Failed).toMatchObject([{ Id: 'made-up', SenderFault: true, Code: 'ReceiptHandleIsInvalid' }]);
    expect(await sqs.counts(url)).toEqual([0, 1, 0]);
  });

  behaves('a batch changes the visibility of each message on its own', async (sqs) => {
    const url = await sqs.newQueue({ VisibilityTimeout: '900' });
    await sendAll(sqs, url, entries(3));
    const received = await sqs.receive(url, { WaitTimeSeconds: 1 });
    const answer = await sqs.client.send(
      new ChangeMessageVisibilityBatchCommand({
        QueueUrl: url,
        Entries: received.map(({ ReceiptHandle }, i) => ({
          Id: `r${i}`,
          ReceiptHandle,
          VisibilityTimeout: [0, 60, 43_201][i],
        })),
      }),
    );
    expect(answer.Successful?.map(({ Id }) => Id)).toEqual(['r0', 'r1']);
    expect(answer.Failed).toMatchObject([{ Id: 'r2', SenderFault: true, Code: 'InvalidParameterValue' }]);
    expect(await sqs.counts(url)).toEqual([1, 2, 0]);
  });
}
