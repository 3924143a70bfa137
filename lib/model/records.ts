import * as v from 'valibot';
import { clickIdsSchema, managerSchema, phoneSchema, serviceSchema, stageSaidSchema, utmSchema } from './reading.ts';
import { actSchema, bookingStatusSchema, instantSchema, kindSchema, moneySchema, namedSchema } from './words.ts';

/** Raised with every change of a rule of the folds; a stored view of a larger one is never overwritten. */
export const foldVersion = 1;

/** Why a list does not show a record. */
const hiddenReasonSchema = v.picklist(['stub', 'superseded', 'not_from_widget', 'origin_unknown', 'deleted']);
export type HiddenReason = v.InferOutput<typeof hiddenReasonSchema>;

/** A custom field as CoMagic takes it: ext_id, name, data_type, value. */
const foldedUserFieldSchema = v.object({
  id: v.string(),
  name: v.optional(v.string()),
  type: v.optional(v.string()),
  value: v.optional(v.string()),
});

const attributionSchema = v.object({
  step: v.picklist(['session', 'booking', 'utm', 'contact', 'default', 'none']),
  /** Why this step: e.g. `visitor_session`, `default_campaign`, `default_source`, `no_default`. */
  reason: v.string(),
});

const personEntries = {
  name: v.optional(v.string()),
  /** The main phone as shown: E.164, or as typed. */
  phone: v.optional(v.string()),
  email: v.optional(v.string()),
  phones: v.array(phoneSchema),
  emails: v.array(v.string()),
};

/** A request as folded and stored. Money in kopecks of `currency`, times UTC. */
export const foldedRequestSchema = v.object({
  v: v.literal(1),
  /** The sender's id of the booking, or of the deal that stands for it. */
  extId: v.string(),
  dateTime: instantSchema,
  ...personEntries,
  message: v.optional(v.string()),
  number: v.optional(v.string()),
  /** What was said; when nothing was, it follows when read from the type of `stage`. */
  bookingStatus: v.optional(bookingStatusSchema),
  /** Of the deals that speak of it: pipeline, stage and a status said on the deal itself. */
  senderPipeline: v.optional(namedSchema),
  stage: v.optional(stageSaidSchema),
  stageStatus: v.optional(v.string()),
  startsAt: v.optional(instantSchema),
  durationMin: v.optional(v.number()),
  amount: v.optional(moneySchema),
  prepaid: v.optional(moneySchema),
  currency: v.string(),
  services: v.array(serviceSchema),
  staff: v.optional(namedSchema),
  origin: v.optional(v.string()),
  pageUrl: v.optional(v.string()),
  referrer: v.optional(v.string()),
  userFields: v.array(foldedUserFieldSchema),
  visitorSessionId: v.optional(v.string()),
  utm: v.optional(utmSchema),
  clickIds: v.optional(clickIdsSchema),
  campaignId: v.optional(v.string()),
  sourceId: v.optional(v.string()),
  siteId: v.optional(v.string()),
  attribution: attributionSchema,
  /** No phone that is a number and no e-mail: stored, listed, never delivered to CoMagic. */
  noContact: v.boolean(),
  /** Every reason, most telling first; empty for a request that counts and is shown. */
  hidden: v.array(hiddenReasonSchema),
  warnings: v.array(v.string()),
});
export type FoldedRequest = v.InferOutput<typeof foldedRequestSchema>;

const stageHistoryRowSchema = v.object({
  ...stageSaidSchema.entries,
  pipeline: v.optional(namedSchema),
  at: instantSchema,
});

/** A deal as folded and stored: what the sender named is kept as said, types are applied when it is read. */
export const foldedDealSchema = v.object({
  v: v.literal(1),
  extId: v.string(),
  name: v.optional(v.string()),
  revenue: v.optional(moneySchema),
  paidAmount: v.optional(moneySchema),
  cost: v.optional(moneySchema),
  currency: v.string(),
  createdDateTime: instantSchema,
  modifiedDateTime: instantSchema,
  modifiedStageDateTime: v.optional(instantSchema),
  closedDateTime: v.optional(instantSchema),
  useDefaultPipeline: v.boolean(),
  /** The sender's own pipeline. */
  senderPipeline: v.optional(namedSchema),
  stage: v.optional(stageSaidSchema),
  /** A status said on the deal itself; gives the type where no stage does. */
  stageStatus: v.optional(v.string()),
  stageHistory: v.array(stageHistoryRowSchema),
  /** Without a key: nothing tells this person apart, but people can read what was typed. */
  contact: v.optional(v.object({ key: v.optional(v.string()), id: v.optional(v.string()), ...personEntries })),
  manager: v.optional(managerSchema),
  isRepeat: v.optional(v.boolean()),
  source: v.optional(v.string()),
  origin: v.optional(v.string()),
  comments: v.optional(v.string()),
  tags: v.array(namedSchema),
  services: v.array(serviceSchema),
  staff: v.optional(namedSchema),
  userFields: v.array(foldedUserFieldSchema),
  bookingIds: v.array(v.string()),
  visitorSessionId: v.optional(v.string()),
  utm: v.optional(utmSchema),
  clickIds: v.optional(clickIdsSchema),
  pageUrl: v.optional(v.string()),
  referrer: v.optional(v.string()),
  deleted: v.boolean(),
  hidden: v.array(hiddenReasonSchema),
  warnings: v.array(v.string()),
});
export type FoldedDeal = v.InferOutput<typeof foldedDealSchema>;

/** What a set of events is folded into. */
export interface Folded {
  /** The fold's version and what it folded; equal digests mean equal views. */
  digest: string;
  deal?: FoldedDeal;
  request?: FoldedRequest;
}

/** One of the events that a record was folded from: when it happened, what it was, which fields it changed. */
export const recordEventSchema = v.object({
  eventId: v.string(),
  receivedAt: instantSchema,
  /** The version by which events are ordered. */
  dateTime: instantSchema,
  kind: kindSchema,
  act: actSchema,
  changed: v.array(v.string()),
});
export type RecordEvent = v.InferOutput<typeof recordEventSchema>;
