import * as v from 'valibot';
import { actSchema, instantSchema, kindSchema, moneySchema, namedSchema, stageTypeSchema } from './words.ts';

/** Raised with every change of what the reader makes of a payload; `npm run record:versions` records what that is then. */
export const readerVersion = 3;

/** A moment as said. `until` (exclusive) bounds what a value without seconds (a minute) or without a time (a local day) may mean. */
const timeSchema = v.object({ at: instantSchema, until: v.optional(instantSchema) });
export type Time = v.InferOutput<typeof timeSchema>;

/** `shown`: E.164, or as typed for people to read. `e164`: only when it may serve for matching and keys. */
export const phoneSchema = v.object({ shown: v.string(), e164: v.optional(v.string()) });
export type Phone = v.InferOutput<typeof phoneSchema>;

const clientSchema = v.object({
  id: v.optional(v.string()),
  name: v.optional(v.string()),
  phones: v.array(phoneSchema),
  /** Trimmed, lower case. */
  emails: v.array(v.string()),
});
export type Client = v.InferOutput<typeof clientSchema>;

export const serviceSchema = v.object({
  id: v.optional(v.string()),
  name: v.optional(v.string()),
  price: v.optional(moneySchema),
  /** Digits as said. */
  quantity: v.optional(v.string()),
});
export type Service = v.InferOutput<typeof serviceSchema>;

/** A custom field as said: no `value` says nothing about it, `null` clears it. */
const userFieldSchema = v.object({
  id: v.optional(v.string()),
  name: v.optional(v.string()),
  type: v.optional(v.string()),
  value: v.optional(v.nullable(v.string())),
});
export type UserField = v.InferOutput<typeof userFieldSchema>;

export const stageSaidSchema = v.object({
  id: v.optional(v.string()),
  name: v.optional(v.string()),
  /** What the sender gives itself (type, STAGE_SEMANTIC_ID). */
  type: v.optional(stageTypeSchema),
  order: v.optional(v.number()),
});
export type StageSaid = v.InferOutput<typeof stageSaidSchema>;

export const managerSchema = v.object({
  id: v.optional(v.string()),
  name: v.optional(v.string()),
  role: v.optional(v.string()),
});
export type Manager = v.InferOutput<typeof managerSchema>;

/** utm_source … utm_content without the prefix. */
export const utmSchema = v.object({
  source: v.optional(v.string()),
  medium: v.optional(v.string()),
  campaign: v.optional(v.string()),
  term: v.optional(v.string()),
  content: v.optional(v.string()),
});
export const clickIdsSchema = v.object({
  yclid: v.optional(v.string()),
  gclid: v.optional(v.string()),
  ymClientId: v.optional(v.string()),
});

/** A text that speaks of a status, and the sender's field that holds it (`status`, `attendance`, …). */
export const statusSaidSchema = v.object({ text: v.string(), field: v.string() });
export type StatusSaid = v.InferOutput<typeof statusSaidSchema>;

/** What a status may mean for a booking. */
export const statusWordSchema = v.picklist(['new', 'confirmed', 'came', 'paid', 'cancelled']);
export type StatusWord = v.InferOutput<typeof statusWordSchema>;

/**
 * A normalised event: what the reader understood of one payload. An absent field was not said (or could not be used);
 * `null` and `[]` stand only where the contract lets them clear something. Ids and texts are cleaned and cut.
 */
export const readingSchema = v.object({
  v: v.literal(1),
  kind: kindSchema,
  act: actSchema,
  bookingId: v.optional(v.string()),
  dealId: v.optional(v.string()),
  /** Bookings that a deal names, without repeats, in the order said. */
  bookingIds: v.optional(v.array(v.string())),
  occurredAt: v.optional(timeSchema),
  createdAt: v.optional(timeSchema),
  updatedAt: v.optional(timeSchema),
  stageChangedAt: v.optional(timeSchema),
  closedAt: v.optional(timeSchema),
  /** When the visit is to begin; may lie in the future. */
  startsAt: v.optional(timeSchema),
  number: v.optional(v.string()),
  name: v.optional(v.string()),
  /** What was said of a status, and in which field; what it means is asked when it is read. */
  statuses: v.optional(v.array(statusSaidSchema)),
  /** What reader version 1 made of them: the last that applies of new < confirmed < came < paid < cancelled. */
  status: v.optional(statusWordSchema),
  /** Whether the object is deleted, as its fields or a restoration say; a deletion by name is in `act`. */
  deleted: v.optional(v.boolean()),
  /** The origin as said, for people; `online` decides whether a request counts. */
  origin: v.optional(v.object({ text: v.optional(v.string()), online: v.boolean() })),
  amount: v.optional(moneySchema),
  prepaid: v.optional(moneySchema),
  paidAmount: v.optional(moneySchema),
  cost: v.optional(moneySchema),
  /** Of a deal. */
  discount: v.optional(moneySchema),
  /** ISO 4217, only when the payload says it. */
  currency: v.optional(v.string()),
  durationMin: v.optional(v.number()),
  comment: v.optional(v.nullable(v.string())),
  pageUrl: v.optional(v.string()),
  referrer: v.optional(v.string()),
  client: v.optional(clientSchema),
  services: v.optional(v.array(serviceSchema)),
  staff: v.optional(namedSchema),
  manager: v.optional(managerSchema),
  pipeline: v.optional(namedSchema),
  stage: v.optional(stageSaidSchema),
  previousStage: v.optional(stageSaidSchema),
  isRepeat: v.optional(v.boolean()),
  source: v.optional(v.string()),
  tags: v.optional(v.array(namedSchema)),
  userFields: v.optional(v.array(userFieldSchema)),
  /** CoMagic's session: digits, or our own `s-…`. */
  session: v.optional(v.string()),
  utm: v.optional(utmSchema),
  clickIds: v.optional(clickIdsSchema),
});
export type Reading = v.InferOutput<typeof readingSchema>;

/** What the reader makes of a payload: never an exception. Warnings are `path: code`, paths are names, never values. */
export interface Read {
  reading: Reading;
  warnings: string[];
  /** Paths that the reader did not take, at most 50. */
  unknownPaths: string[];
  /** Whether one of them holds what looks like a phone or an e-mail. */
  contactUnread?: true;
}
