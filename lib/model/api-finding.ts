import * as v from 'valibot';
import { eventItemSchema } from './api-events.ts';
import { momentSchema } from './api.ts';
import { dealItemSchema } from './deal.ts';
import { problemSchema } from './journal.ts';
import { refusedReasonSchema } from './reasons.ts';
import { requestItemSchema } from './request.ts';
import { instantSchema, keySchema } from './words.ts';

const text = (most: number) => v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most)));

/** What is looked for: one of the first four. In a body, for phones and e-mails have no place in URLs. */
export const searchSchema = v.pipe(
  v.strictObject({
    /** As typed. */
    phone: text(250),
    email: text(320),
    /** Of a request, a deal or a contact as we or as the sender name it, of a delivery, of an event of the sender's. */
    id: text(2000),
    /** The body of a delivery as it was sent. */
    delivery: text(1_048_576),
    /** Our key of a salon, or ProfSalon's id of it; absent: all of the account. */
    salon: text(200),
    /** About when it was to come; absent: as the delivery says, else now. */
    at: v.optional(momentSchema),
  }),
  v.check(({ phone, email, id, delivery }) => [phone, email, id, delivery].filter(isSaid).length === 1),
);
export type Search = v.InferOutput<typeof searchSchema>;

function isSaid(said: string | undefined): boolean {
  return said !== undefined;
}

/** Of a salon from which nothing like it came: what there is to know about that. */
const quietSalonSchema = v.object({
  /** Our key of the salon. */
  salon: keySchema,
  salonId: v.optional(v.string()),
  /** When its last delivery came that was not refused. */
  lastEventAt: v.optional(instantSchema),
  /** The median of the gaps between its last deliveries, in seconds. */
  usualGap: v.optional(v.number()),
  silent: v.boolean(),
  /** Refused within two hours of when it was to come. */
  refusals: v.array(v.object({ receivedAt: instantSchema, reason: refusedReasonSchema, status: v.number() })),
  /** When webhook URLs that were rotated away have ended, within the same time: what was sent to them later was not admitted. */
  endedUrls: v.array(instantSchema),
});

export const searchAnswerSchema = v.object({
  /** Also those that lists hide, each with why. */
  requests: v.array(requestItemSchema),
  deals: v.array(dealItemSchema),
  /** Deliveries, newest first. */
  events: v.array(eventItemSchema),
  /** Whether there is more than is shown. */
  more: v.boolean(),
  /** Persons in what was stored long ago may be missed: no job `refold` has been done since they can be searched for. */
  incomplete: v.optional(v.literal(true)),
  /** Present when nothing was found. */
  nothing: v.optional(v.object({ at: instantSchema, salons: v.array(quietSalonSchema), more: v.boolean() })),
});
export type SearchAnswer = v.InferOutput<typeof searchAnswerSchema>;
export type QuietSalon = v.InferOutput<typeof quietSalonSchema>;

/** Salons of a page of problems. */
export const problemSalons = 10;
/** Lines of one problem are counted up to this. */
export const mostCounted = 1000;

export const problemsQuerySchema = v.strictObject({
  salon: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200))),
  cursor: v.optional(v.pipe(v.string(), v.maxLength(2000))),
});

/** Deliveries of a salon that are not done, or were warned, for one reason. */
export const problemItemSchema = v.object({
  /** Our key of the salon; absent for what had no readable envelope. */
  salon: v.optional(keySchema),
  salonId: v.optional(v.string()),
  reason: problemSchema,
  count: v.number(),
  /** Whether there are more than are counted. */
  more: v.boolean(),
  /** When the first and the last was received. */
  first: instantSchema,
  last: instantSchema,
  /** The job that helps; absent where none does. */
  act: v.optional(v.picklist(['replay', 'rechoose'])),
});
export type ProblemItem = v.InferOutput<typeof problemItemSchema>;

const depth = { waiting: v.number(), inFlight: v.number() };
const workQueueSchema = v.object({ ...depth, deadLetters: v.object(depth) });
const countSchema = v.object({ count: v.number(), more: v.boolean() });

/** Lines of a day are counted up to this. */
export const mostOfDay = 100_000;

export const healthAnswerSchema = v.object({
  /** Of all accounts: messages, as SQS estimates their number. */
  queues: v.object({ bookings: workQueueSchema, deals: workQueueSchema, jobs: v.object(depth) }),
  /** Deliveries of this account that were received in the last 24 hours and are parked. */
  parked: countSchema,
  /** When the last delivery of this account came that was not refused. */
  lastEventAt: v.optional(instantSchema),
  /** Lines of the journal of this account that were received today, by its own clock, refusals included. */
  today: countSchema,
});
