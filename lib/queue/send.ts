import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Outgoing } from '../model/message.ts';
import type { QueueName } from '../model/queues.ts';
import { TryAgain } from '../model/try-again.ts';
import { pack } from './pack.ts';

export interface SenderDeps {
  client: SQSClient;
  urls: Record<QueueName, string>;
  log: (line: Record<string, unknown>) => void;
}

interface Entry {
  /** Its place among the outgoing messages. */
  index: number;
  body: string;
  bytes: number;
  group: string;
}

/**
 * One attempt to send; answers for each message, in order, whether the queue has said that it took it. Never throws for
 * the queue. The salon's key is the message group, which on a standard queue keeps one busy salon from delaying the others.
 */
export function sender({ client, urls, log }: SenderDeps) {
  const sendBatch = batchSender(client, log);
  return async (outgoing: readonly Outgoing[], signal: AbortSignal): Promise<boolean[]> => {
    const taken = await Promise.all(
      batchesOf(outgoing).map(({ queue, batch }) => sendBatch(urls[queue], batch, signal)),
    );
    const all = new Set(taken.flat());
    return outgoing.map((_, index) => all.has(index));
  };
}

function batchesOf(outgoing: readonly Outgoing[]): { queue: QueueName; batch: Entry[] }[] {
  const names = [...new Set(outgoing.map(({ queue }) => queue))];
  return names.flatMap((queue) => {
    const entries = outgoing.flatMap((one, index) => (one.queue === queue ? [entryOf(one, index)] : []));
    return pack(entries).map((batch) => ({ queue, batch }));
  });
}

function entryOf({ body, salonKey }: Outgoing, index: number): Entry {
  return { index, body, bytes: Buffer.byteLength(body), group: salonKey };
}

/** Sends one batch; answers the places of the messages that were taken. */
function batchSender(client: SQSClient, log: SenderDeps['log']) {
  return async (url: string, batch: Entry[], signal: AbortSignal): Promise<number[]> => {
    try {
      const { Successful = [], Failed = [] } = await client.send(commandOf(url, batch), { abortSignal: signal });
      for (const { Code } of Failed) log({ what: 'message refused by the queue', error: Code });
      return Successful.map(({ Id }) => Number(Id));
    } catch (error) {
      // Whatever the cause, the messages were not confirmed: the caller tries again or says so.
      log({ what: 'batch not sent', messages: batch.length, error: error instanceof Error ? error.name : 'unknown' });
      return [];
    }
  };
}

function commandOf(url: string, batch: Entry[]): SendMessageBatchCommand {
  const entries = batch.map(({ index, body, group }) => ({
    Id: String(index),
    MessageBody: body,
    MessageGroupId: group,
  }));
  return new SendMessageBatchCommand({ QueueUrl: url, Entries: entries });
}

const callMs = 1500;

/** Sends one message; throws `TryAgain` when the queue has not said that it took it. */
export function sureSender(send: ReturnType<typeof sender>) {
  return async (outgoing: Outgoing): Promise<void> => {
    const [taken] = await send([outgoing], AbortSignal.timeout(callMs));
    if (taken !== true) throw new TryAgain('the queue did not take a message');
  };
}
