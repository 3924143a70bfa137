import * as v from 'valibot';
import { instantSchema } from './words.ts';

/**
 * An erasure of what is known of a person: of all that was received before its instant. `traits`: HMACs of what is erased, and of
 * the contacts that it led to, never the values.
 */
export const erasureSchema = v.object({
  v: v.literal(1),
  /** 1, 2, … in its account. */
  number: v.number(),
  traits: v.array(v.string()),
  /** Contacts that its sets named: made anew once, after all of them. */
  contacts: v.optional(v.array(v.object({ salonKey: v.string(), key: v.string() }))),
  instant: instantSchema,
  /** Of the job. */
  job: v.string(),
});
export type Erasure = v.InferOutput<typeof erasureSchema>;

/** How many erasures an account has; `count` is raised with every change of one of them. */
export const erasuresHeadSchema = v.object({ v: v.literal(1), count: v.number(), erasures: v.number() });

/** By how much an erasure's instant is ahead of the clock that puts it (ms): clocks of functions differ by 2 s at most. */
export const clockMargin = 5000;
