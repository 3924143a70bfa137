import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import * as v from 'valibot';
import { jobMessageSchema, type JobMessage } from '../model/job.ts';
import type { BatchContext, BatchResponse, Facts } from './batch.ts';
import { within } from './deadline.ts';
import { depthOf } from './depths.ts';
import type { SqsEvent } from './received.ts';

export interface JobSenderDeps {
  client: SQSClient;
  url: string;
  log: (line: Record<string, unknown>) => void;
}

/** Asks for the next step of a job. Never throws: the sweep asks again for what was lost. */
export function jobSender({ client, url, log }: JobSenderDeps) {
  return async ({ accountKey, id }: { accountKey: string; id: string }): Promise<void> => {
    const message: JobMessage = { v: 1, type: 'job', accountKey, id };
    try {
      await client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: JSON.stringify(message) }));
    } catch (error) {
      log({ what: 'job not sent', id, error: nameOf(error) });
    }
  };
}

/** Of each queue, whether nothing waits there, now or later, and nothing is being worked on. */
export function emptyQueues(client: SQSClient, urls: readonly string[]) {
  const depth = depthOf(client);
  return async (): Promise<boolean[]> => {
    const depths = await Promise.all(urls.map(depth));
    return depths.map(({ waiting, inFlight }) => waiting + inFlight === 0);
  };
}

export interface JobRunnerDeps {
  handle: (message: JobMessage) => Promise<Facts>;
  log: (line: Record<string, unknown>) => void;
}

/** Milliseconds that are left for the answer. */
const reserve = 2000;

/** The handler of the queue of jobs. What fails comes again; what nobody can read is dropped, for a job is its row. */
export function jobRunner({ handle, log }: JobRunnerDeps) {
  return async ({ Records }: SqsEvent, context: BatchContext): Promise<BatchResponse> => {
    const failed: string[] = [];
    for (const { messageId, body } of Records) {
      const message = messageIn(body);
      try {
        const left = context.getRemainingTimeInMillis() - reserve;
        const facts = message === undefined ? { outcome: 'unreadable' } : await within(left, handle(message));
        log({ what: 'job message', messageId, ...facts });
      } catch (error) {
        log({ what: 'job message', messageId, outcome: 'retried', error: nameOf(error) });
        failed.push(messageId);
      }
    }
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
}

function messageIn(body: string): JobMessage | undefined {
  try {
    return v.parse(jobMessageSchema, JSON.parse(body));
  } catch {
    return undefined;
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
