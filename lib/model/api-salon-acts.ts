import * as v from 'valibot';
import { auditLineSchema } from './settings.ts';
import { instantSchema, keySchema } from './words.ts';

export const salonDeletedSchema = v.object({ id: keySchema, deletedAt: instantSchema });

/** `version`: that of the salon which was read. */
export const rotateHookSchema = v.strictObject({
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Ends the URL before at once (within a minute), and not in a day. */
  revokeNow: v.optional(v.boolean(), false),
});

/** A webhook URL of a salon, by the last letters of its key. `endsAt`: when it stops, or stopped, to admit; absent: it is the present one. */
export const hookItemSchema = v.object({
  last4: v.string(),
  createdAt: instantSchema,
  by: v.optional(v.string()),
  endsAt: v.optional(instantSchema),
});
export const hooksAnswerSchema = v.object({ items: v.array(hookItemSchema) });

/** A save of settings, or a look at persons: who, when, what. `changes`: field → from and to, of a secret its last letters. */
export const auditItemSchema = v.object({
  ...v.pick(auditLineSchema, ['at', 'subject', 'what', 'member', 'catalog', 'job', 'version', 'changes']).entries,
  salon: v.optional(keySchema),
  /** What a viewer was shown unmasked: the route, and the id in its path. */
  shown: v.optional(v.object({ route: v.string(), id: v.optional(v.string()) })),
});
