import * as v from 'valibot';
import { rowMnemonicSchema } from './data-api.ts';
import { outboundKindSchema } from './outbound-state.ts';
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

/**
 * A record that is to be erased at CoMagic, too. `open`: it is to be marked; `marked`: it waits until what is left of it is sent;
 * `byHand`: people have to erase it there, for CoMagic has refused it (`mnemonic`), or the account's records are not sent (`off`).
 */
export const erasingSchema = v.object({
  v: v.literal(1),
  kind: outboundKindSchema,
  /** As the API shows it: its `ext_id` there. */
  id: v.string(),
  state: v.picklist(['open', 'marked', 'byHand', 'done']),
  mnemonic: v.optional(v.union([rowMnemonicSchema, v.literal('off')])),
  field: v.optional(v.string()),
  /** CoMagic's id of a request, as far as it is known. */
  remoteId: v.optional(v.number()),
});
export type Erasing = v.InferOutput<typeof erasingSchema>;

/** How many erasures an account has; `count` is raised with every change of one of them. */
export const erasuresHeadSchema = v.object({ v: v.literal(1), count: v.number(), erasures: v.number() });

/** By how much an erasure's instant is ahead of the clock that puts it (ms): clocks of functions differ by 2 s at most. */
export const clockMargin = 5000;
