import * as v from 'valibot';
import { phoneSchema, stageSaidSchema, statusSaidSchema, statusWordSchema } from './reading.ts';
import { actSchema, instantSchema, kindSchema, namedSchema } from './words.ts';

/**
 * Raised with every change of a rule of the folds, and of what lists keep; a stored view of a larger one is never overwritten.
 * `npm run record:versions` records what the folds make then.
 */
export const foldVersion = 2;

/** Why a list does not show a record. */
export const hiddenReasonSchema = v.picklist(['stub', 'superseded', 'not_from_widget', 'origin_unknown', 'deleted']);
export type HiddenReason = v.InferOutput<typeof hiddenReasonSchema>;

/** A custom field as CoMagic takes it: ext_id, name, data_type, value. */
export const userFieldSchema = v.object({
  id: v.string(),
  name: v.optional(v.string()),
  type: v.optional(v.string()),
  value: v.optional(v.string()),
});
export type FoldedUserField = v.InferOutput<typeof userFieldSchema>;

export const attributionSchema = v.object({
  step: v.picklist(['session', 'booking', 'utm', 'contact', 'default', 'none']),
  /** Why this step: e.g. `visitor_session`, `default_campaign`, `default_source`, `no_default`. */
  reason: v.string(),
});

/** What one event said of a status: its texts, or what was made of them when it was stored (`word`). */
export const statusToldSchema = v.object({
  texts: v.optional(v.array(statusSaidSchema)),
  word: v.optional(statusWordSchema),
});
export type StatusTold = v.InferOutput<typeof statusToldSchema>;

/** What a record says of a deal's stage; its type follows when it is read. */
export const stageEntries = {
  /** The sender's own pipeline. */
  senderPipeline: v.optional(namedSchema),
  stage: v.optional(stageSaidSchema),
  /** The status last said of the deal itself; gives the type where no stage does. */
  stageStatus: v.optional(v.union([statusToldSchema, v.pipe(v.string(), v.transform(wordOnly))])),
};

/** Version 1 kept the word alone. */
function wordOnly(word: string): StatusTold {
  const known = v.safeParse(statusWordSchema, word);
  return known.success ? { word: known.output } : {};
}

export const phonesSchema = v.array(phoneSchema);

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

/**
 * By what the choices that stay with a record were made: `version` of its salon's settings, and ids of the jobs that have changed them
 * since, the latest last.
 */
export const decidedSchema = v.object({ version: v.number(), jobs: v.array(v.string()) });
export type Decided = v.InferOutput<typeof decidedSchema>;
