import * as v from 'valibot';
import { envelopeSchema, messageSchema, type Envelope, type Message, type Received } from '../model/message.ts';

/** What a queue hands to a function, as far as workers read it. */
export interface SqsRecord {
  messageId: string;
  body: string;
  attributes: { ApproximateReceiveCount: string; SentTimestamp: string };
}
export interface SqsEvent {
  Records: SqsRecord[];
}

/** A message, or what can be known of one that no code can read. */
export type Parsed = { message: Message } | { envelope: Envelope | undefined };

export function receivedOf({ messageId, body, attributes }: SqsRecord): Received {
  const sent = Number(attributes.SentTimestamp);
  return {
    messageId,
    body,
    receiveCount: Number(attributes.ApproximateReceiveCount) || 1,
    sentAt: new Date(Number.isFinite(sent) ? sent : 0).toISOString(),
  };
}

/** A malformed event id does not cost the line its account. */
const tolerantEnvelope = v.object({
  ...envelopeSchema.entries,
  eventId: v.fallback(envelopeSchema.entries.eventId, undefined),
  replay: v.fallback(envelopeSchema.entries.replay, undefined),
});

export function parseMessage(body: string): Parsed {
  const value = jsonOf(body);
  const message = v.safeParse(messageSchema, value);
  if (message.success) return { message: message.output };
  const envelope = v.safeParse(tolerantEnvelope, value);
  return { envelope: envelope.success ? envelope.output : undefined };
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
