import * as v from 'valibot';
import { rowMnemonicSchema } from './data-api.ts';
import { outboundKindSchema } from './outbound-state.ts';
import { instantSchema, keySchema } from './words.ts';

const refusal = {
  mnemonic: rowMnemonicSchema,
  /** The parameter of the Data API that it was refused for. */
  field: v.optional(v.string()),
};

/**
 * How it stands with a record in CoMagic. `off`: it is not there, and nothing is to be sent; `waiting`: it is to be sent, from `at` on; `sent`: as
 * it is here, since `at`; `refused`: CoMagic has refused it at `at`; `differs`: it was changed after it was sent, and there it cannot be.
 */
export const outboundShownSchema = v.object({
  state: v.picklist(['off', 'waiting', 'sent', 'refused', 'differs']),
  at: v.optional(instantSchema),
  mnemonic: v.optional(refusal.mnemonic),
  field: refusal.field,
  /** CoMagic's id of a request, as far as it is known. */
  remoteId: v.optional(v.string()),
});
export type OutboundShown = v.InferOutput<typeof outboundShownSchema>;

/** A record that CoMagic has refused; `waiting`: it is to be sent again. */
export const refusedItemSchema = v.object({
  id: v.string(),
  kind: outboundKindSchema,
  salon: keySchema,
  salonId: v.optional(v.string()),
  state: v.picklist(['refused', 'waiting']),
  /** When it was refused. */
  at: instantSchema,
  ...refusal,
});
export type RefusedItem = v.InferOutput<typeof refusedItemSchema>;
