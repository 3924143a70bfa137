import * as v from 'valibot';
import { keySchema } from './words.ts';

/**
 * What travels through the queue of what is sent to CoMagic. `sweep`: of each connected account, a message of what is due. `drain`: what is
 * marked is sent; `now`: a person asks for it, so that it waits neither for its turn nor for a stop to be tried again. `check`: the
 * connection is tried. `catalog`: the lists that settings pick from are filled. `link`: CoMagic
 * is asked with what it has joined a deal (`deal`: its id).
 */
export const outboundMessageSchema = v.variant('type', [
  v.object({ v: v.literal(1), type: v.literal('sweep') }),
  v.object({
    v: v.literal(1),
    type: v.literal('drain'),
    accountKey: keySchema,
    now: v.optional(v.literal(true)),
  }),
  v.object({ v: v.literal(1), type: v.literal('check'), accountKey: keySchema }),
  v.object({
    v: v.literal(1),
    type: v.literal('catalog'),
    accountKey: keySchema,
    now: v.optional(v.literal(true)),
  }),
  v.object({ v: v.literal(1), type: v.literal('link'), accountKey: keySchema, deal: v.string() }),
]);
export type OutboundMessage = v.InferOutput<typeof outboundMessageSchema>;
