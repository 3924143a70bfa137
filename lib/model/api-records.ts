import * as v from 'valibot';
import { dealColumnsSchema, requestColumnsSchema } from './columns.ts';
import { clickIdsSchema, serviceSchema, stageSaidSchema, utmSchema } from './reading.ts';
import { foldedDealSchema, foldedRequestSchema, recordEventSchema } from './records.ts';
import { bookingStatusSchema, instantSchema, namedSchema, stageTypeSchema } from './words.ts';

/** Which record: `id` is ours, `extId` the sender's; `salon` our key of the salon, `salonId` ProfSalon's id of it. */
const identityEntries = { id: v.string(), salon: v.string(), salonId: v.optional(v.string()) };

/** A stage as people see it: as said, completed by what else is known of it, with its type by today's settings. */
const stageShownSchema = v.object({ ...stageSaidSchema.entries, type: stageTypeSchema });
export type StageShown = v.InferOutput<typeof stageShownSchema>;

const pipelineShownSchema = v.object({ id: v.string(), name: v.string() });

/** A line of the page of requests. Money in kopecks of `currency`, times UTC. */
export const requestItemSchema = v.object({
  ...identityEntries,
  ...v.omit(requestColumnsSchema, ['set', 'bookingStatus', 'senderPipeline', 'stage', 'stageStatus']).entries,
  bookingStatus: bookingStatusSchema,
});
export type RequestItem = v.InferOutput<typeof requestItemSchema>;

/** A single request, all that is known of it. Phones as shown: E.164, or as typed. */
export const requestRecordSchema = v.object({
  ...requestItemSchema.entries,
  ...v.pick(foldedRequestSchema, [
    'message',
    'number',
    'durationMin',
    'prepaid',
    'services',
    'staff',
    'pageUrl',
    'referrer',
    'userFields',
    'utm',
    'clickIds',
    'emails',
    'warnings',
  ]).entries,
  phones: v.array(v.string()),
});
export type RequestRecord = v.InferOutput<typeof requestRecordSchema>;

/** A line of the page of deals. Money in kopecks of `currency`, times UTC. */
export const dealItemSchema = v.object({
  ...identityEntries,
  ...v.omit(dealColumnsSchema, ['set', 'useDefaultPipeline', 'stage', 'stageStatus']).entries,
  pipeline: pipelineShownSchema,
  stage: v.optional(stageShownSchema),
});
export type DealItem = v.InferOutput<typeof dealItemSchema>;

/** A single deal, all that is known of it. `closedDateTime` only in success or failed. */
export const dealRecordSchema = v.object({
  ...dealItemSchema.entries,
  ...v.pick(foldedDealSchema, [
    'cost',
    'modifiedStageDateTime',
    'isRepeat',
    'source',
    'origin',
    'comments',
    'tags',
    'staff',
    'userFields',
    'bookingIds',
    'visitorSessionId',
    'pageUrl',
    'referrer',
    'warnings',
  ]).entries,
  services: v.array(serviceSchema),
  utm: v.optional(utmSchema),
  clickIds: v.optional(clickIdsSchema),
  stageHistory: v.array(
    v.object({ ...stageShownSchema.entries, pipeline: v.optional(namedSchema), at: instantSchema }),
  ),
  contact: v.optional(
    v.object({
      id: v.optional(v.string()),
      name: v.optional(v.string()),
      phone: v.optional(v.string()),
      email: v.optional(v.string()),
      phones: v.array(v.string()),
      emails: v.array(v.string()),
    }),
  ),
});
export type DealRecord = v.InferOutput<typeof dealRecordSchema>;

/** A pipeline as CoMagic wants it: stages in process in steps of 10, then exactly one success and one failed. */
export const pipelineRecordSchema = v.object({
  ...pipelineShownSchema.entries,
  /** Our key of the salon; the default pipeline belongs to the account alone. */
  salon: v.optional(v.string()),
  stages: v.array(v.object({ id: v.string(), name: v.string(), type: stageTypeSchema, order: v.number() })),
});
export type PipelineRecord = v.InferOutput<typeof pipelineRecordSchema>;

/** What a record was folded from, oldest first. */
const withEvents = { events: v.array(recordEventSchema) };
export const requestAnswerSchema = v.object({ ...requestRecordSchema.entries, ...withEvents });
export const dealAnswerSchema = v.object({ ...dealRecordSchema.entries, ...withEvents });
export const pipelinesAnswerSchema = v.object({ items: v.array(pipelineRecordSchema) });
