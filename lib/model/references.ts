import * as v from 'valibot';
import { phoneSchema } from './reading.ts';
import { instantSchema } from './words.ts';

const referenceKindSchema = v.picklist(['pipeline', 'stage', 'manager', 'field']);
export type ReferenceKind = v.InferOutput<typeof referenceKindSchema>;

/** A register: the newer version wins, of equal versions the larger value. */
const registerSchema = v.object({ value: v.string(), version: v.string() });
export type Register = v.InferOutput<typeof registerSchema>;

/**
 * A pipeline, stage, manager or custom field as the salon names it: one register a property (name, type, order, role …).
 * `key` is unique within salon and kind; a stage's is made of the sender's pipeline (or none) and its id or lower-cased name.
 */
export const referenceSchema = v.object({
  v: v.literal(1),
  kind: referenceKindSchema,
  key: v.string(),
  id: v.optional(v.string()),
  /** Of a stage: the sender's pipeline key, when it named one. */
  pipelineKey: v.optional(v.string()),
  properties: v.record(v.string(), registerSchema),
  /** The smallest version that named it: the order of stages that have none. */
  first: v.string(),
});
export type Reference = v.InferOutput<typeof referenceSchema>;

/** A contact of a salon. `key`: from the sender's client id, else an HMAC of a phone or e-mail. Sets only grow (the 50 smallest stay). */
export const contactSchema = v.object({
  v: v.literal(1),
  key: v.string(),
  id: v.optional(v.string()),
  name: v.optional(registerSchema),
  phones: v.array(phoneSchema),
  emails: v.array(v.string()),
  createdDateTime: instantSchema,
});
export type Contact = v.InferOutput<typeof contactSchema>;
