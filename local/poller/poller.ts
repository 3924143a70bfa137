import { setTimeout as sleep } from 'node:timers/promises';
import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  ReceiveMessageCommand,
  type Message,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { SQSEvent } from 'aws-lambda';
import { queueSettings } from '../../lib/model/queues.ts';
import { invoke, type Lambda } from '../lambda/invoke.ts';
import { recordOf } from './event.ts';
import { failedIds } from './failures.ts';

export interface Polling {
  sqs: SQSClient;
  queueUrl: string;
  queueArn: string;
  lambda: Lambda<SQSEvent>;
  /** Messages that a call is handed; those of a work queue without it. */
  batchSize?: number;
  /** Batches handled at once. */
  concurrency: number;
  /** Seconds after which a failed message may be received again. */
  retrySeconds: number;
  /** While it cannot, nothing is received: a try that must fail would count as one of five. */
  canStore: () => boolean;
  /** Told when the queue itself fails; polling goes on. */
  onError: (error: unknown) => void;
}

/** AWS's event source mapping: receives, calls the function, deletes what it finished. */
export function startPoller(polling: Polling): { stop: () => Promise<void> } {
  const stopping = new AbortController();
  const loops = Array.from({ length: polling.concurrency }, () => poll(polling, stopping.signal));
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(loops);
    },
  };
}

async function poll(polling: Polling, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    if (!polling.canStore()) {
      await sleep(200);
      continue;
    }
    try {
      await handle(polling, await receive(polling, stopping));
    } catch (error) {
      await afterError(polling, stopping, error);
    }
  }
}

async function afterError({ onError }: Polling, stopping: AbortSignal, error: unknown): Promise<void> {
  // Stopping ends a long poll by an error of its own.
  if (stopping.aborted) return;
  onError(error);
  await sleep(1000);
}

async function receive(
  { sqs, queueUrl, lambda, batchSize = queueSettings.batchSize }: Polling,
  stopping: AbortSignal,
): Promise<Message[]> {
  const command = new ReceiveMessageCommand({
    QueueUrl: queueUrl,
    MaxNumberOfMessages: batchSize,
    WaitTimeSeconds: 20,
    // Hidden for as long as the function may take and the answer needs, so that none is handled twice at once.
    VisibilityTimeout: Math.ceil(lambda.timeoutSeconds) + 2,
    MessageSystemAttributeNames: ['All'],
    MessageAttributeNames: ['All'],
  });
  const { Messages = [] } = await sqs.send(command, { abortSignal: stopping });
  return Messages;
}

async function handle(polling: Polling, messages: Message[]): Promise<void> {
  if (messages.length === 0) return;
  const records = messages.map((message) => recordOf(message, polling.queueArn));
  const invocation = await invoke(polling.lambda, { Records: records });
  if (invocation.status === 'threw') polling.onError(invocation.error);
  const failed = failedIds(
    invocation,
    records.map(({ messageId }) => messageId),
  );
  const entries = records.map((record, at) => ({ ...record, Id: String(at), ReceiptHandle: record.receiptHandle }));
  await finish(
    polling,
    entries.filter(({ messageId }) => !failed.has(messageId)),
  );
  await retryLater(
    polling,
    entries.filter(({ messageId }) => failed.has(messageId)),
  );
}

interface Entry {
  Id: string;
  ReceiptHandle: string;
}

async function finish({ sqs, queueUrl }: Polling, entries: Entry[]): Promise<void> {
  if (entries.length === 0) return;
  const Entries = entries.map(({ Id, ReceiptHandle }) => ({ Id, ReceiptHandle }));
  await sqs.send(new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
}

async function retryLater({ sqs, queueUrl, retrySeconds }: Polling, entries: Entry[]): Promise<void> {
  if (entries.length === 0) return;
  const Entries = entries.map(({ Id, ReceiptHandle }) => ({ Id, ReceiptHandle, VisibilityTimeout: retrySeconds }));
  await sqs.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: queueUrl, Entries }));
}
