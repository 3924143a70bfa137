import type { Delivery, FoundHook } from '../../model/delivery.ts';
import type { EventMessage } from '../../model/message.ts';
import type { RefusedReason } from '../../model/reasons.ts';
import type { Salon } from '../../model/settings.ts';
import type { Decoded } from '../../profsalon/decode.ts';
import { judgedEvents, type Judged } from './message.ts';
import { admitted } from './tokens.ts';

export type Verdict =
  | { verdict: 'unknown_hook' }
  | { verdict: 'refused'; salon: Salon; reason: RefusedReason }
  | { verdict: 'admitted'; events: Judged[] };

export interface Case {
  delivery: Delivery;
  /** UTC instant. */
  receivedAt: string;
  /** Decodes the body, once; begins with its size. */
  read: () => Decoded;
  /** Whether the queue can hold a message. */
  fits: (message: EventMessage) => boolean;
}

/** The order of the door, on what the hook key leads to: hook key, size, decode, token, then active, salon and kind of each event. */
export function judge({ delivery, receivedAt, read, fits }: Case, found: FoundHook | undefined): Verdict {
  if (found === undefined || hasEnded(found, delivery.hookKey, receivedAt)) return { verdict: 'unknown_hook' };
  const { salon } = found;
  const refused = (reason: RefusedReason): Verdict => ({ verdict: 'refused', salon, reason });
  const body = read();
  if (!body.ok) return refused(body.reason);
  const tokens = admitted(salon, body.tokens);
  if (tokens === undefined) return refused('invalid_token');
  const events = judgedEvents({ salon, delivery, body, secrets: [...tokens, delivery.hookKey], receivedAt });
  // JSON escapes that SQS asks for may blow an event up: better refused as a whole than lost in part.
  return events.every(({ message }) => fits(message)) ? { verdict: 'admitted', events } : refused('too_large');
}

/** A key that the salon lists no more has ended, too. */
function hasEnded({ salon, endsAt }: FoundHook, hookKey: string, now: string): boolean {
  const listed = salon.hookKeys.find(({ key }) => key === hookKey);
  const ends = [endsAt, listed?.endsAt].filter((end) => end !== undefined);
  return listed === undefined || ends.some((end) => end <= now);
}
