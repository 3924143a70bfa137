import * as v from 'valibot';
import type { BatchContext, BatchResponse, Facts } from './batch.ts';
import { within } from './deadline.ts';
import type { SqsEvent } from './received.ts';

export interface OneByOneDeps<M> {
  /** What the log calls a message. */
  what: string;
  schema: v.GenericSchema<unknown, M>;
  /** `leftMs`: milliseconds that are left for it. */
  handle: (message: M, leftMs: () => number) => Promise<Facts>;
  log: (line: Record<string, unknown>) => void;
}

/** Milliseconds that are left for the answer. */
const reserve = 2000;

/** The handler of a queue whose messages only wake what is stored elsewhere. What fails comes again; what nobody can read is dropped. */
export function oneByOne<M>({ what, schema, handle, log }: OneByOneDeps<M>) {
  return async ({ Records }: SqsEvent, context: BatchContext): Promise<BatchResponse> => {
    const failed: string[] = [];
    const leftMs = () => context.getRemainingTimeInMillis() - reserve;
    for (const { messageId, body } of Records) {
      const message = messageIn(schema, body);
      try {
        const facts =
          message === undefined ? { outcome: 'unreadable' } : await within(leftMs(), handle(message, leftMs));
        log({ what, messageId, ...facts });
      } catch (error) {
        log({ what, messageId, outcome: 'retried', error: nameOf(error) });
        failed.push(messageId);
      }
    }
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
}

function messageIn<M>(schema: v.GenericSchema<unknown, M>, body: string): M | undefined {
  try {
    return v.parse(schema, JSON.parse(body));
  } catch {
    return undefined;
  }
}

/** The name alone: a message may quote what it choked on. */
export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
