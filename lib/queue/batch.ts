import type { Envelope, Message, Received } from '../model/message.ts';
import type { Metric } from '../model/metrics.ts';
import { within } from './deadline.ts';
import { parseMessage, receivedOf, type Parsed, type SqsEvent } from './received.ts';
import { wavesOf } from './waves.ts';

/** What the log may say of a message that was handled: ids, kind, outcome. */
export type Facts = Record<string, string | number | boolean | undefined>;

export interface BatchDeps {
  /** Throws when the message is to be tried again. */
  handle: (message: Message, received: Received) => Promise<Facts>;
  /** Keeps what no code can read; it is acknowledged then. Throws when it could not be kept. */
  unreadable: (received: Received, envelope: Envelope | undefined) => Promise<void>;
  /** Once the last message of a batch is done, with all that are; when it throws, all of them come again. */
  after?: (done: readonly Done[]) => Promise<void>;
  log: (line: Record<string, unknown>) => void;
  count: (counts: Partial<Record<Metric, number>>) => void;
}

/** A message that was done. */
interface Done {
  message: Message;
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
export function batchRunner(deps: BatchDeps) {
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
async function finished({ after, log }: BatchDeps, received: Received[], ms: number): Promise<boolean> {
  const done = received.flatMap((one) => {
    const parsed = parseMessage(one.body);
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
function attempter(deps: BatchDeps) {
  return async (received: Received, ms: number): Promise<boolean> => {
    const { messageId, receiveCount } = received;
    const parsed = parseMessage(received.body);
    const { done, facts } = await outcomeOf(ms, () => worked(deps, received, parsed));
    deps.count(done ? { processed: 1 } : { retried: 1 });
    deps.log({ what: 'message', messageId, receiveCount, ...idsOf(parsed), ...facts });
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

async function worked(deps: BatchDeps, received: Received, parsed: Parsed): Promise<Facts> {
  if ('message' in parsed) return deps.handle(parsed.message, received);
  await deps.unreadable(received, parsed.envelope);
  deps.count({ unreadable: 1 });
  return { outcome: 'unreadable' };
}

function idsOf(parsed: Parsed): Facts {
  if (!('message' in parsed)) return { salonKey: parsed.envelope?.salonKey, eventId: parsed.envelope?.eventId };
  const { message } = parsed;
  const eventId = message.type === 'event' ? message.eventId : undefined;
  return { type: message.type, salonKey: message.salonKey, eventId };
}
