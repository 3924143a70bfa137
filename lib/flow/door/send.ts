import type { Outgoing } from '../../model/message.ts';
import { attempt, attemptMs, type Left } from './budget.ts';

/** One attempt: whether the queue has said that it took each of the messages, in their order. */
export type Send = (outgoing: readonly Outgoing[], signal: AbortSignal) => Promise<boolean[]>;

/** Sends in two attempts, the second for what the first left over; answers which messages are queued. Never throws. */
export async function sendTwice(send: Send, outgoing: readonly Outgoing[], left: Left): Promise<boolean[]> {
  const once = await sendOnce(send, outgoing, left);
  const leftOver = outgoing.filter((_, place) => once[place] !== true);
  if (leftOver.length === 0) return once;
  const again = await sendOnce(send, leftOver, left);
  return once.map((queued) => queued || again.shift() === true);
}

async function sendOnce(send: Send, outgoing: readonly Outgoing[], left: Left): Promise<boolean[]> {
  try {
    const queued = await attempt(Math.min(attemptMs, left()), (signal) => send(outgoing, signal));
    return outgoing.map((_, place) => queued[place] === true);
  } catch {
    // A call that did not end may have queued the messages: sending them again is harmless, rows are put idempotently.
    return outgoing.map(() => false);
  }
}
