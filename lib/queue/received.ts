import * as v from 'valibot';
import type { Received } from '../model/message.ts';

/** What a queue hands to a function, as far as workers read it. */
export interface SqsRecord {
  messageId: string;
  body: string;
  attributes: { ApproximateReceiveCount: string; SentTimestamp: string };
}
export interface SqsEvent {
  Records: SqsRecord[];
}

/** How the bodies of a queue are read. */
export interface BodySchemas<M, E> {
  schema: v.GenericSchema<unknown, M>;
  /** Of what can be known of a message that no code can read. */
  envelope: v.GenericSchema<unknown, E>;
}
/** A message, or what can be known of one that no code can read. */
export type ParsedMessage<M, E> = { message: M } | { envelope: E | undefined };

export function receivedOf({ messageId, body, attributes }: SqsRecord): Received {
  const sent = Number(attributes.SentTimestamp);
  return {
    messageId,
    body,
    receiveCount: Number(attributes.ApproximateReceiveCount) || 1,
    sentAt: new Date(Number.isFinite(sent) ? sent : 0).toISOString(),
  };
}

export function parseMessage<M, E>({ schema, envelope }: BodySchemas<M, E>, body: string): ParsedMessage<M, E> {
  const value = jsonOf(body);
  const message = v.safeParse(schema, value);
  if (message.success) return { message: message.output };
  const known = v.safeParse(envelope, value);
  return { envelope: known.success ? known.output : undefined };
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
