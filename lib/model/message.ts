import * as v from 'valibot';
import type { Entity } from './journal.ts';
import type { Json } from './json.ts';
import { present } from './present.ts';
import type { QueueName } from './queues.ts';
import { ignoredReasonSchema, refusedReasonSchema } from './reasons.ts';
import { decidingSchema } from './settings.ts';
import { instantSchema, keySchema } from './words.ts';

/** Any decoded value; the shape is the reader's business, which never throws on content. */
export const jsonSchema = v.custom<Json>((value) => value !== undefined);

const keys = { v: v.literal(1), accountKey: keySchema, salonKey: keySchema, receivedAt: instantSchema };

/** SHA-256 in hex. */
export const eventIdForm = /^[0-9a-f]{64}$/;

/** One event of one delivery, with the settings that decide as they were when it came. */
const eventMessageSchema = v.object({
  ...keys,
  type: v.literal('event'),
  /** SHA-256 over the salon key and the canonical event. */
  eventId: v.pipe(v.string(), v.regex(eventIdForm)),
  /** The sender's own id of the event, for people to search. */
  senderEventId: v.optional(v.string()),
  /** 0, or the instant (unix ms) at which a person replayed it. */
  replay: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Why the event as a whole is journaled only. */
  reason: v.optional(ignoredReasonSchema),
  /** Warnings of the decoding, as `code` or `path: code`. */
  warnings: v.array(v.string()),
  settings: decidingSchema,
  /** Sent by a person of the account to see it arrive; `salonKey` is that of the salon's tests. */
  test: v.optional(v.literal(true)),
  /** When a person imported it, of a row of a table; `receivedAt` is then the date that the row says. */
  importedAt: v.optional(instantSchema),
  event: jsonSchema,
});
export type EventMessage = v.InferOutput<typeof eventMessageSchema>;

/** A request to a known hook key that was refused: no body, no headers. Sizes in bytes. */
const refusalMessageSchema = v.object({
  ...keys,
  type: v.literal('refusal'),
  reason: refusedReasonSchema,
  status: v.number(),
  size: v.number(),
  contentType: v.optional(v.string()),
});
export type RefusalMessage = v.InferOutput<typeof refusalMessageSchema>;

/** A deal that came to name more bookings than it may speak on: all of them are to be folded without it. */
const crossingMessageSchema = v.object({ ...keys, type: v.literal('crossing'), dealId: v.string() });
export type CrossingMessage = v.InferOutput<typeof crossingMessageSchema>;

/** What travels through the two queues. */
export const messageSchema = v.variant('type', [eventMessageSchema, refusalMessageSchema, crossingMessageSchema]);
export type Message = v.InferOutput<typeof messageSchema>;

/** A message as it travels, and the queue it is for. */
export interface Outgoing<Q extends string = QueueName> {
  queue: Q;
  /** The salon's key: on a standard queue it keeps one busy salon from delaying the others. */
  group: string;
  body: string;
}

/**
 * What SQS refuses in a body, as far as JSON.stringify lets it through (it escapes control characters and lone
 * surrogates itself). Source: SendMessage, Amazon SQS API reference.
 */
export const refusedInBody = /[\uFFFE\uFFFF]/g;

/** The body of a message: JSON with only the characters that SQS takes. */
export function bodyOfMessage(message: Message): string {
  return escaped(JSON.stringify(message));
}

/** The same of an event whose JSON is there already. */
export function bodyOfEvent(head: Omit<EventMessage, 'event'>, event: string): string {
  return `${escaped(JSON.stringify(head)).slice(0, -1)},"event":${escaped(event)}}`;
}

function escaped(json: string): string {
  return json.replace(refusedInBody, (letter) => `\\u${letter.charCodeAt(0).toString(16)}`);
}

/** What can be known of a message whose rest cannot be read. A malformed event id does not cost the line its account. */
const envelopeSchema = v.object({
  accountKey: keySchema,
  salonKey: keySchema,
  receivedAt: instantSchema,
  eventId: v.fallback(v.optional(eventMessageSchema.entries.eventId), undefined),
  replay: v.fallback(v.optional(eventMessageSchema.entries.replay), undefined),
  importedAt: v.fallback(v.optional(eventMessageSchema.entries.importedAt), undefined),
});
export type Envelope = v.InferOutput<typeof envelopeSchema>;

/** The messages of the two queues, for code that is to know nothing of what they say (see lib/queue). */
export const messages = { schema: messageSchema, envelope: envelopeSchema, idsOf };

/** What the log says of a message, or of what can be known of one. */
function idsOf(told: Message | Envelope): { type?: string; salonKey: string; eventId?: string } {
  const { salonKey } = told;
  const type = 'type' in told ? told.type : undefined;
  const eventId = 'eventId' in told ? told.eventId : undefined;
  return present({ type, salonKey, eventId });
}

/** What a worker made of a message. */
export interface Handled {
  /** What the log may say of it: ids, kind, outcome. */
  facts: Readonly<Record<string, string>>;
  /** The records that it wrote, or found written already. */
  records: readonly Entity[];
}

/** SQS's own facts of a message that workers use; `body` is the text as received. */
export interface Received {
  messageId: string;
  /** Times the queue has handed it out, this one included. */
  receiveCount: number;
  /** UTC instant at which the queue took it. */
  sentAt: string;
  body: string;
}
