import * as v from 'valibot';
import type { NewChoices } from './job.ts';
import { readingSchema } from './reading.ts';
import { attributeToSchema, requestsFromSchema } from './settings.ts';
import { instantSchema, kindSchema, type Kind } from './words.ts';

/** The set of events of one deal or one booking; `id` is the sender's. */
export interface SetRef {
  salonKey: string;
  kind: Kind;
  id: string;
}

/** Choices that stay with a deal: of the settings (`version`) it was put with. */
const dealChoiceSchema = v.object({
  version: v.number(),
  useDefaultPipeline: v.boolean(),
  currency: v.string(),
});
export type DealChoice = v.InferOutput<typeof dealChoiceSchema>;

/** Choices that stay with a request: of the settings (`version`) it was put with. */
const requestChoiceSchema = v.object({
  version: v.number(),
  requestsFrom: requestsFromSchema,
  attributeTo: attributeToSchema,
  defaultCampaignId: v.optional(v.string()),
  defaultSourceId: v.optional(v.string()),
  defaultSiteId: v.optional(v.string()),
  currency: v.string(),
});
export type RequestChoice = v.InferOutput<typeof requestChoiceSchema>;

/**
 * A row of a set: one delivery of an event, keyed by event id and receive time. It speaks of the deal when `deal` is
 * there, of requests when `request` is: settings that switch a half off leave it out.
 */
export const setRowSchema = v.object({
  v: v.literal(1),
  eventId: v.string(),
  receivedAt: instantSchema,
  replay: v.number(),
  readerVersion: v.number(),
  reading: readingSchema,
  /** Of the reading, as `path: code`. */
  warnings: v.optional(v.array(v.string())),
  /** Something that looks like a phone or an e-mail stood where nobody read. */
  contactUnread: v.optional(v.literal(true)),
  /** Key of the contact that the reading names; `byId`: from the sender's client id, else an HMAC. */
  contact: v.optional(v.object({ key: v.string(), byId: v.boolean() })),
  deal: v.optional(dealChoiceSchema),
  request: v.optional(requestChoiceSchema),
  /** Sets that earlier readings of the delivery named and this one does not. */
  spoke: v.optional(v.array(v.object({ kind: kindSchema, id: v.string() }))),
  /** Numbers of the erasures that took what it told of a person; it stays so whatever is put. */
  wiped: v.optional(v.array(v.number())),
});
export type SetRow = v.InferOutput<typeof setRowSchema>;

/** A row as stored: without a reading when a replay has found that its event belongs to another set. */
export const storedRowSchema = v.object({ ...setRowSchema.entries, reading: v.optional(readingSchema) });
export type StoredRow = v.InferOutput<typeof storedRowSchema>;

/** An act by which somebody gave a record other choices: the job's number. */
export interface ChoiceAct {
  number: number;
  choices: NewChoices;
}

/** What a set holds beside its views: rows, and names of the other sets that speak with it. */
export interface SetContents {
  rows: SetRow[];
  /** Rows of events that do not belong here. */
  emptied?: StoredRow[] | undefined;
  /** What people have chosen for the record since it was stored; the largest number is the latest. */
  acts?: ChoiceAct[] | undefined;
  /** Of a deal: bookings whose events named it. Of a booking: deals that name it. */
  links: string[];
  /** Of a deal that names more bookings than it may speak to: whether all of them were folded without it. */
  many?: 'open' | 'done' | undefined;
}

/** Of what a booking's set holds, what names deals. */
export interface Naming extends Pick<SetContents, 'links'> {
  rows: { reading: { dealId?: string | undefined } }[];
}

/** A reading of a set's contents, and the revision of each row, and act of choosing, by its key. */
export interface ReadSet extends SetContents {
  revisions: string[];
}
