import * as v from 'valibot';
import { outboundShownSchema } from './api-outbound.ts';
import { clickIdsSchema, managerSchema, serviceSchema, stageSaidSchema, utmSchema } from './reading.ts';
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
  decidedSchema,
  hiddenReasonSchema,
  phonesSchema,
  recordEventSchema,
  stageEntries,
  userFieldSchema,
} from './records.ts';
import { identityEntries, pipelineShownSchema, stageShownSchema, stageTypedSchema } from './shown.ts';
import { instantSchema, moneySchema, namedSchema } from './words.ts';

const text = v.optional(v.string());
const money = v.optional(moneySchema);
const moment = v.optional(instantSchema);

/** Without a key: nothing tells this person apart, but people can read what was typed. */
const contactSchema = v.object({ key: text, id: text, name: text, phone: text, email: text });
const stageHistoryRowSchema = v.object({
  ...stageSaidSchema.entries,
  pipeline: v.optional(namedSchema),
  at: instantSchema,
});

/** Every field of a deal, as folded and stored. Money in kopecks of `currency`, times UTC. */
export const dealFields = {
  /** The sender's id. */
  extId: inList(v.string()),
  name: inList(text),
  revenue: inList(money),
  paidAmount: inList(money),
  cost: inRecord(money),
  discount: inRecord(money),
  currency: inList(v.string()),
  createdDateTime: inList(instantSchema),
  modifiedDateTime: inList(instantSchema),
  modifiedStageDateTime: inRecord(moment),
  /** Shown in success and failed alone. */
  closedDateTime: behindList(moment),
  useDefaultPipeline: behindList(v.boolean()),
  senderPipeline: inList(stageEntries.senderPipeline),
  stage: behindList(stageEntries.stage),
  stageStatus: behindList(stageEntries.stageStatus),
  stageHistory: behindRecord(v.array(stageHistoryRowSchema)),
  contact: personal(behindList(v.optional(contactSchema))),
  /** Of the contact: shown with it. */
  phones: personal(behindRecord(v.optional(phonesSchema))),
  emails: personal(behindRecord(v.optional(v.array(v.string())))),
  manager: inList(v.optional(managerSchema)),
  isRepeat: inRecord(v.optional(v.boolean())),
  source: inRecord(text),
  origin: inRecord(text),
  comments: personal(inRecord(text)),
  tags: inRecord(v.array(namedSchema)),
  services: inRecord(v.array(serviceSchema)),
  staff: inRecord(v.optional(namedSchema)),
  userFields: personal(inRecord(v.array(userFieldSchema))),
  bookingIds: inRecord(v.array(v.string())),
  visitorSessionId: inRecord(text),
  utm: inRecord(v.optional(utmSchema)),
  clickIds: inRecord(v.optional(clickIdsSchema)),
  /** Queries of both may say who somebody is. */
  pageUrl: personal(inRecord(text)),
  referrer: personal(inRecord(text)),
  deleted: inList(v.boolean()),
  hidden: inList(v.array(hiddenReasonSchema)),
  warnings: inRecord(v.array(v.string())),
};

/** A deal as folded: what the sender named is kept as said, types and names by id are applied when it is read. */
export const foldedDealSchema = v.object(entriesOf(dealFields));
export type FoldedDeal = v.InferOutput<typeof foldedDealSchema>;

/** What the index holds of a deal, so that today's settings give the columns of the page. */
export const dealColumnsSchema = v.object(entriesKept(dealFields, 'list'));
export type DealColumns = v.InferOutput<typeof dealColumnsSchema>;

/** What lists and records work out of what is stored. */
const worked = {
  closedDateTime: moment,
  pipeline: pipelineShownSchema,
  stage: v.optional(stageShownSchema),
};
const contactShown = { id: text, name: text, phone: text, email: text };

/** A line of the page of deals. */
export const dealItemSchema = v.object({
  ...identityEntries,
  ...entriesInList(dealFields),
  ...workedOut(dealFields, { ...worked, contact: v.optional(v.object(contactShown)) }),
});
export type DealItem = v.InferOutput<typeof dealItemSchema>;

/** A single deal, all that is known of it. */
export const dealRecordSchema = v.object({
  ...identityEntries,
  ...entriesInRecord(dealFields),
  ...workedOut(dealFields, {
    ...worked,
    stage: v.optional(stageTypedSchema),
    stageHistory: v.array(
      v.object({ ...stageTypedSchema.entries, pipeline: v.optional(namedSchema), at: instantSchema }),
    ),
    contact: v.optional(v.object({ ...contactShown, phones: v.array(v.string()), emails: v.array(v.string()) })),
  }),
});
export type DealRecord = v.InferOutput<typeof dealRecordSchema>;

export const dealAnswerSchema = v.object({
  ...dealRecordSchema.entries,
  decided: decidedSchema,
  events: v.array(recordEventSchema),
  delivery: outboundShownSchema,
});
