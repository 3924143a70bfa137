import * as v from 'valibot';
import { eventIdForm } from './message.ts';
import { ignoredReasonSchema, failedReasonSchema } from './reasons.ts';
import { instantSchema, keySchema, kindSchema } from './words.ts';

/** One event of a test delivery. */
const testEventSchema = v.object({
  kind: kindSchema,
  /** The event id. */
  id: v.pipe(v.string(), v.regex(eventIdForm)),
  /** Record id of its set. */
  set: v.string(),
  /** When the queue had taken it; absent: it has not said so. */
  queuedAt: v.optional(instantSchema),
});
export type TestEvent = v.InferOutput<typeof testEventSchema>;

/** The last test delivery of a salon: what was sent, so that it can be followed and removed. */
export const salonTestSchema = v.object({
  v: v.literal(1),
  accountKey: keySchema,
  salonKey: keySchema,
  receivedAt: instantSchema,
  events: v.array(testEventSchema),
});
export type SalonTest = v.InferOutput<typeof salonTestSchema>;

/** How far a test delivery has come: a step is `waiting` as long as nobody has said what became of it. */
const testStepSchema = v.object({
  step: v.picklist(['received', 'queued', 'request', 'deal']),
  state: v.picklist(['done', 'waiting', 'ignored', 'failed']),
  at: v.optional(instantSchema),
  /** Why it is ignored or failed. */
  reason: v.optional(v.union([ignoredReasonSchema, failedReasonSchema])),
  /** Where to see it: the id of the event, and of the request or deal. */
  event: v.optional(v.string()),
  record: v.optional(v.string()),
});
export type TestStep = v.InferOutput<typeof testStepSchema>;

export const testAnswerSchema = v.object({
  /** Empty: there is no test delivery. */
  steps: v.array(testStepSchema),
  /** When the last delivery came that was no test. */
  lastEventAt: v.optional(instantSchema),
});
export type TestAnswer = v.InferOutput<typeof testAnswerSchema>;
