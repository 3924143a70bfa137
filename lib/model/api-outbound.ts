import * as v from 'valibot';
import { rowMnemonicSchema } from './data-api.ts';
import { joinedSchema, outboundKindSchema, outboundStatusSchema } from './outbound-state.ts';
import { connectionSchema } from './settings.ts';
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
  /** Of a deal: with what CoMagic has joined it, if it was asked for; without an id: with nothing. */
  link: v.optional(
    v.object({
      ...v.pick(joinedSchema, ['at', 'communicationType', 'failed']).entries,
      communicationId: v.optional(v.string()),
    }),
  ),
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

/** Records of a kind that are counted, at most. */
export const mostWaiting = 10_000;

/** How it stands with sending: what was found when the connection was last tried, why nothing is sent, and what waits. */
const connectionStatusSchema = v.object({
  ...v.pick(outboundStatusSchema, ['check', 'catalog', 'stopped', 'nextAt', 'doneAt']).entries,
  /** The IPv4 address from which CoMagic is called; absent: there is no fixed one. */
  callingAddress: v.optional(v.string()),
  /** Marked records of each kind; more than 10,000 are not counted. */
  waiting: v.record(outboundKindSchema, v.number()),
  /** Since when the record waits that has waited longest. */
  waitingSince: v.optional(instantSchema),
  /** In how many days what waits is sent at the present pace, in tenths, rounded up. */
  days: v.number(),
});

/** The connection of an account with CoMagic, without its access key. `version`: that of the account. */
export const connectionAnswerSchema = v.object({
  ...v.omit(connectionSchema, ['keyName', 'replacedKey', 'backfillBy']).entries,
  version: v.number(),
  status: connectionStatusSchema,
});
export type ConnectionAnswer = v.InferOutput<typeof connectionAnswerSchema>;

/** That something was asked for, and when; what came of it stands in the status of the connection. */
export const askedAnswerSchema = v.object({ askedAt: instantSchema });
