import * as v from 'valibot';
import { eventId } from '../domain/event-id.ts';
import { fateOf } from '../domain/fate.ts';
import type { Delivery, FoundHook } from '../model/delivery.ts';
import type { EventMessage } from '../model/message.ts';
import type { RefusedReason } from '../model/reasons.ts';
import { decidingSchema, type Salon } from '../model/settings.ts';
import type { Kind } from '../model/words.ts';
import type { DecodedBody, DecodedEvent } from './accept-delivery-read.ts';
import { admits } from './accept-delivery-tokens.ts';

const maxBodyBytes = 1_048_576;

/** An event that is to be kept, and its kind when anything says one. */
export interface Judged {
  message: EventMessage;
  kind: Kind | undefined;
}

export type Verdict =
  | { verdict: 'unknown_hook' }
  | { verdict: 'refused'; salon: Salon; reason: RefusedReason }
  | { verdict: 'admitted'; salon: Salon; events: Judged[] };

export interface Case {
  delivery: Delivery;
  /** UTC instant. */
  receivedAt: string;
  /** Decodes the body, once. */
  read: () => DecodedBody | { refused: RefusedReason };
  /** Whether the queue can hold a message. */
  fits: (message: EventMessage) => boolean;
}

/** The order of the door, on what the hook key leads to: hook key, size, decode, token, then active, salon and kind of each event. */
export function judge({ delivery, receivedAt, read, fits }: Case, found: FoundHook | undefined): Verdict {
  if (found === undefined || hasEnded(found, delivery.hookKey, receivedAt)) return { verdict: 'unknown_hook' };
  const { salon } = found;
  const refused = (reason: RefusedReason): Verdict => ({ verdict: 'refused', salon, reason });
  if (delivery.body.length > maxBodyBytes) return refused('too_large');
  const body = read();
  if ('refused' in body) return refused(body.refused);
  if (!admits(salon, body.tokens)) return refused('invalid_token');
  const events = body.events.map((event) => judged(salon, event, receivedAt));
  // JSON escapes that SQS asks for may blow an event up: better refused as a whole than lost in part.
  return events.every(({ message }) => fits(message)) ? { verdict: 'admitted', salon, events } : refused('too_large');
}

/** A key that the salon lists no more has ended, too. */
function hasEnded({ salon, endsAt }: FoundHook, hookKey: string, now: string): boolean {
  const listed = salon.hookKeys.find(({ key }) => key === hookKey);
  const ends = [endsAt, listed?.endsAt].filter((end) => end !== undefined);
  return listed === undefined || ends.some((end) => end <= now);
}

function judged(
  salon: Salon,
  { event, classified, senderEventId, warnings }: DecodedEvent,
  receivedAt: string,
): Judged {
  const settings = v.parse(decidingSchema, salon);
  const { reason } = fateOf(settings, classified);
  const message: EventMessage = {
    v: 1,
    type: 'event',
    accountKey: salon.accountKey,
    salonKey: salon.key,
    receivedAt,
    eventId: eventId(salon.key, event),
    ...(senderEventId === undefined ? {} : { senderEventId }),
    replay: 0,
    ...(reason === undefined ? {} : { reason }),
    warnings,
    settings,
    event,
  };
  return { message, kind: classified.kind };
}
