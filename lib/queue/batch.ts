import type { Handled, Received } from '../model/message.ts';
import type { Metric } from '../model/metrics.ts';
import { within } from './deadline.ts';
import { parseMessage, receivedOf, type BodySchemas, type ParsedMessage, type SqsEvent } from './received.ts';
import { wavesOf } from './waves.ts';

/** What the log may say of a message. */
export type Facts = Readonly<Record<string, string | number | undefined>>;

/** The messages of a queue: how they are read, and what the log says of one, or of what can be known of one. */
interface Messages<M, E> extends BodySchemas<M, E> {
  idsOf: (told: M | E) => Facts;
}

export interface BatchDeps<M, E> {
  messages: Messages<M, E>;
  /** Throws when the message is to be tried again. */
  handle: (message: M, received: Received) => Promise<Handled>;
  /** Keeps what no code can read; it is acknowledged then. Throws when it could not be kept. */
  unreadable: (received: Received, envelope: E | undefined) => Promise<void>;
  /** Once the last message of a batch is done, with all that are; when it throws, all of them come again. */
  after?: (done: readonly Done<M>[]) => Promise<void>;
  log: (line: Record<string, unknown>) => void;
  count: (counts: Partial<Record<Metric, number>>) => void;
}

/** A message that was done. */
interface Done<M> {
  message: M;
  received: Received;
}

export interface BatchContext {
  getRemainingTimeInMillis: () => number;
}
export interface BatchResponse {
  batchItemFailures: { itemIdentifier: string }[];
}

/** With less time left (ms) nothing is started, and no deadline reaches into it. */
const reserve = 2000;

/** The handler of every work queue. Failures are returned, never thrown, even when all fail: what was done stays done. */
export function batchRunner<M, E>(deps: BatchDeps<M, E>) {
  const attempt = attempter(deps);
  return async (event: SqsEvent, context: BatchContext): Promise<BatchResponse> => {
    const waves = wavesOf(event.Records.map(receivedOf));
    const failed: Received[] = [];
    const done: Received[] = [];
    for (const [index, wave] of waves.entries()) {
      const share = (context.getRemainingTimeInMillis() - reserve) / (waves.length - index);
      const ended = await Promise.all(wave.map((received) => attempt(received, share)));
      failed.push(...wave.filter((_, place) => ended[place] === false));
      done.push(...wave.filter((_, place) => ended[place] === true));
    }
    if (!(await finished(deps, done, context.getRemainingTimeInMillis() - reserve))) failed.push(...done);
    return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
  };
}

/** Whether all that is to be done after a batch was done. */
async function finished<M, E>(
  { messages, after, log }: BatchDeps<M, E>,
  received: Received[],
  ms: number,
): Promise<boolean> {
  const done = received.flatMap((one) => {
    const parsed = parseMessage(messages, one.body);
    return 'message' in parsed ? [{ message: parsed.message, received: one }] : [];
  });
  if (after === undefined || done.length === 0) return true;
  const { done: isDone, facts } = await outcomeOf(ms, async () => {
    await after(done);
    return {};
  });
  if (!isDone) log({ what: 'batch not finished', messages: done.length, ...facts });
  return isDone;
}

interface Outcome {
  /** false: it is to come again. */
  done: boolean;
  facts: Facts;
}

/** Works on one message for at most `ms`; false when it is to come again. Never throws. */
function attempter<M, E>(deps: BatchDeps<M, E>) {
  return async (received: Received, ms: number): Promise<boolean> => {
    const { messageId, receiveCount } = received;
    const parsed = parseMessage(deps.messages, received.body);
    const { done, facts } = await outcomeOf(ms, () => worked(deps, received, parsed));
    deps.count(done ? { processed: 1 } : { retried: 1 });
    deps.log({ what: 'message', messageId, receiveCount, ...idsOf(deps.messages, parsed), ...facts });
    return done;
  };
}

async function outcomeOf(ms: number, work: () => Promise<Facts>): Promise<Outcome> {
  if (ms <= 0) return { done: false, facts: { outcome: 'unstarted' } };
  try {
    return { done: true, facts: await within(ms, work()) };
  } catch (error) {
    // The name alone: a message may quote what it choked on.
    return { done: false, facts: { outcome: 'retried', error: error instanceof Error ? error.name : 'unknown' } };
  }
}

async function worked<M, E>(deps: BatchDeps<M, E>, received: Received, parsed: ParsedMessage<M, E>): Promise<Facts> {
  if ('message' in parsed) {
    const { facts, records } = await deps.handle(parsed.message, received);
    return { ...facts, records: records.length };
  }
  await deps.unreadable(received, parsed.envelope);
  deps.count({ unreadable: 1 });
  return { outcome: 'unreadable' };
}

function idsOf<M, E>(messages: Messages<M, E>, parsed: ParsedMessage<M, E>): Facts {
  const told = 'message' in parsed ? parsed.message : parsed.envelope;
  return told === undefined ? {} : messages.idsOf(told);
}
