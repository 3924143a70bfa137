import * as v from 'valibot';
import { foldedDealSchema, foldedRequestSchema } from './records.ts';
import { keySchema, kindSchema } from './words.ts';

/** The set that a listed record was folded from. */
const setSchema = v.object({ salonKey: keySchema, kind: kindSchema, id: v.string() });

/** What the index holds of a request: as folded, so that today's settings give the columns of the page. */
export const requestColumnsSchema = v.object({
  set: setSchema,
  ...v.pick(foldedRequestSchema, [
    'extId',
    'dateTime',
    'name',
    'phone',
    'email',
    'bookingStatus',
    'senderPipeline',
    'stage',
    'stageStatus',
    'startsAt',
    'amount',
    'currency',
    'origin',
    'visitorSessionId',
    'campaignId',
    'sourceId',
    'siteId',
    'attribution',
    'noContact',
    'hidden',
  ]).entries,
});
export type RequestColumns = v.InferOutput<typeof requestColumnsSchema>;

/** What the index holds of a deal: as folded, so that today's settings give the columns of the page. */
export const dealColumnsSchema = v.object({
  set: setSchema,
  ...v.pick(foldedDealSchema, [
    'extId',
    'name',
    'revenue',
    'paidAmount',
    'currency',
    'createdDateTime',
    'modifiedDateTime',
    'closedDateTime',
    'useDefaultPipeline',
    'senderPipeline',
    'stage',
    'stageStatus',
    'manager',
    'deleted',
    'hidden',
  ]).entries,
  contact: v.optional(
    v.object({
      id: v.optional(v.string()),
      name: v.optional(v.string()),
      phone: v.optional(v.string()),
      email: v.optional(v.string()),
    }),
  ),
});
export type DealColumns = v.InferOutput<typeof dealColumnsSchema>;
