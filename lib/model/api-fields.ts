import * as v from 'valibot';
import { taughtAsSchema } from './field-map.ts';
import { valueKindSchema } from './seen.ts';
import { instantSchema } from './words.ts';

/** A path of a salon's payloads, and what becomes of what stands there. */
export const fieldSeenSchema = v.object({
  /** As `fieldMap` takes it; a name that is a phone or an e-mail is `*`. */
  path: v.string(),
  /** Deliveries that have it, and their part of all. */
  count: v.number(),
  share: v.number(),
  /** The most frequent first; none of values that say nothing. */
  kinds: v.array(valueKindSchema),
  /** Whether the reader knows it, or the settings teach it. */
  known: v.boolean(),
  /** What it is read as, by the names of `fieldMap`; empty: nothing comes of it. */
  readAs: v.array(v.string()),
  /** What the settings teach of it. */
  taught: v.optional(taughtAsSchema),
  lastSeenAt: instantSchema,
  new: v.boolean(),
  gone: v.boolean(),
});
export type FieldSeen = v.InferOutput<typeof fieldSeenSchema>;

export const fieldsAnswerSchema = v.object({
  /** Deliveries that were looked at, and when the oldest and the newest of them came; absent: there is none. */
  deliveries: v.number(),
  from: v.optional(instantSchema),
  to: v.optional(instantSchema),
  /** Whether there are more paths than are told. */
  cut: v.boolean(),
  /** The most frequent first. */
  items: v.array(fieldSeenSchema),
});
