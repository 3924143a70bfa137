import * as v from 'valibot';
import { outboundShownSchema } from './api-outbound.ts';
import { clickIdsSchema, serviceSchema, utmSchema } from './reading.ts';
import {
  behindList,
  behindRecord,
  entriesInList,
  entriesInRecord,
  entriesKept,
  entriesOf,
  inList,
  inRecord,
  personal,
  workedOut,
} from './record-fields.ts';
import {
  attributionSchema,
  decidedSchema,
  hiddenReasonSchema,
  phonesSchema,
  recordEventSchema,
  stageEntries,
  statusToldSchema,
  userFieldSchema,
} from './records.ts';
import { identityEntries } from './shown.ts';
import { bookingStatusSchema, instantSchema, moneySchema, namedSchema } from './words.ts';

const text = v.optional(v.string());
const money = v.optional(moneySchema);

/** Every field of a request, as folded and stored. Money in kopecks of `currency`, times UTC. */
export const requestFields = {
  /** The sender's id of the booking, or of the deal that stands for it. */
  extId: inList(v.string()),
  dateTime: inList(instantSchema),
  name: personal(inList(text)),
  /** The main phone as shown: E.164, or as typed. */
  phone: personal(inList(text)),
  email: personal(inList(text)),
  phones: personal(behindRecord(phonesSchema)),
  emails: personal(inRecord(v.array(v.string()))),
  message: personal(inRecord(text)),
  number: inRecord(text),
  deleted: behindList(v.optional(v.boolean())),
  /** What booking events said of the status since, and with, the last that the lexicon knows; the newest 20. */
  statuses: behindList(v.optional(v.array(statusToldSchema))),
  /** Of the deals that speak of it: where no booking event says a status, it follows from their stage. */
  senderPipeline: behindList(stageEntries.senderPipeline),
  stage: behindList(stageEntries.stage),
  stageStatus: behindList(stageEntries.stageStatus),
  startsAt: inList(v.optional(instantSchema)),
  durationMin: inRecord(v.optional(v.number())),
  amount: inList(money),
  prepaid: inRecord(money),
  currency: inList(v.string()),
  services: inRecord(v.array(serviceSchema)),
  staff: inRecord(v.optional(namedSchema)),
  origin: inList(text),
  /** Queries of both may say who somebody is. */
  pageUrl: personal(inRecord(text)),
  referrer: personal(inRecord(text)),
  userFields: personal(inRecord(v.array(userFieldSchema))),
  visitorSessionId: inList(text),
  utm: inRecord(v.optional(utmSchema)),
  clickIds: inRecord(v.optional(clickIdsSchema)),
  campaignId: inList(text),
  sourceId: inList(text),
  siteId: inList(text),
  attribution: inList(attributionSchema),
  /** No phone that is a number and no e-mail: stored, listed, never delivered to CoMagic. */
  noContact: inList(v.boolean()),
  /** Every reason, most telling first; empty for a request that counts and is shown. */
  hidden: inList(v.array(hiddenReasonSchema)),
  warnings: inRecord(v.array(v.string())),
};

/** A request as folded. */
export const foldedRequestSchema = v.object(entriesOf(requestFields));
export type FoldedRequest = v.InferOutput<typeof foldedRequestSchema>;

/** What the index holds of a request, so that today's settings give the columns of the page. */
export const requestColumnsSchema = v.object(entriesKept(requestFields, 'list'));
export type RequestColumns = v.InferOutput<typeof requestColumnsSchema>;

/** A line of the page of requests. */
export const requestItemSchema = v.object({
  ...identityEntries,
  ...entriesInList(requestFields),
  ...workedOut(requestFields, { bookingStatus: bookingStatusSchema }),
});
export type RequestItem = v.InferOutput<typeof requestItemSchema>;

/** A single request, all that is known of it. */
export const requestRecordSchema = v.object({
  ...identityEntries,
  ...entriesInRecord(requestFields),
  ...workedOut(requestFields, { bookingStatus: bookingStatusSchema, phones: v.array(v.string()) }),
});
export type RequestRecord = v.InferOutput<typeof requestRecordSchema>;

/** A deal's own request, superseded by those of the bookings that the deal names. */
export const supersededSchema = v.object({
  ...identityEntries,
  hidden: v.array(v.literal('superseded')),
  /** Ids of the requests of those bookings. */
  supersededBy: v.array(v.string()),
});
export type Superseded = v.InferOutput<typeof supersededSchema>;

const answered = { events: v.array(recordEventSchema), delivery: outboundShownSchema };
export const requestAnswerSchema = v.union([
  v.object({ ...requestRecordSchema.entries, decided: decidedSchema, ...answered }),
  v.object({ ...supersededSchema.entries, ...answered }),
]);
