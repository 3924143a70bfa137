import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Outgoing } from '../model/message.ts';
import { TryAgain } from '../model/try-again.ts';
import { pack } from './pack.ts';

export interface SenderDeps<Q extends string> {
  client: SQSClient;
  urls: Readonly<Record<Q, string>>;
  log: (line: Record<string, unknown>) => void;
}

export type Send<Q extends string> = (outgoing: readonly Outgoing<Q>[], signal: AbortSignal) => Promise<boolean[]>;

interface Entry {
  /** Its place among the outgoing messages. */
  index: number;
  body: string;
  bytes: number;
  group: string;
}

/**
 * One attempt to send; answers for each message, in order, whether the queue has said that it took it. Never throws for
 * the queue.
 */
export function sender<Q extends string>({ client, urls, log }: SenderDeps<Q>): Send<Q> {
  const sendBatch = batchSender(client, log);
  return async (outgoing, signal) => {
    const taken = await Promise.all(
      batchesOf(outgoing).map(({ queue, batch }) => sendBatch(urls[queue], batch, signal)),
    );
    const all = new Set(taken.flat());
    return outgoing.map((_, index) => all.has(index));
  };
}

function batchesOf<Q extends string>(outgoing: readonly Outgoing<Q>[]): { queue: Q; batch: Entry[] }[] {
  const names = [...new Set(outgoing.map(({ queue }) => queue))];
  return names.flatMap((queue) => {
    const entries = outgoing.flatMap((one, index) => (one.queue === queue ? [entryOf(one, index)] : []));
    return pack(entries).map((batch) => ({ queue, batch }));
  });
}

function entryOf({ body, group }: Outgoing<string>, index: number): Entry {
  return { index, body, bytes: Buffer.byteLength(body), group };
}

/** Sends one batch; answers the places of the messages that were taken. */
function batchSender(client: SQSClient, log: SenderDeps<string>['log']) {
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

/** Sends one message, as `bodyOf` writes it; throws `TryAgain` when the queue has not said that it took it. */
export function sureSender<Q extends string, M extends { salonKey: string }>(
  send: Send<Q>,
  bodyOf: (message: M) => string,
): (queue: Q, message: M) => Promise<void> {
  return async (queue, message) => {
    const outgoing = { queue, group: message.salonKey, body: bodyOf(message) };
    const [taken] = await send([outgoing], AbortSignal.timeout(callMs));
    if (taken !== true) throw new TryAgain('the queue did not take a message');
  };
}
