import type { Delivery, DeliveryAnswer } from '../../model/delivery.ts';
import { bodyOfMessage, type RefusalMessage } from '../../model/message.ts';
import type { RefusedReason } from '../../model/reasons.ts';
import type { Salon } from '../../model/settings.ts';
import type { Left } from './budget.ts';
import type { KeepDeps } from './keep.ts';
import { refusalLimit } from './limit.ts';
import { sendTwice } from './send.ts';
import { tokensOutside } from './tokens.ts';

export interface RefuseDeps extends KeepDeps {
  /** The status that a refusal is answered with. */
  statusOf: (reason: RefusedReason) => number;
  now: () => Date;
}
interface Refused {
  delivery: Delivery;
  /** UTC instant. */
  receivedAt: string;
  left: Left;
}

/** Refuses a delivery on a known hook key and tells the journal of it, now and then. */
export function refuser({ send, statusOf, count, log, now }: RefuseDeps) {
  const limit = refusalLimit(now);
  return async ({ left, ...refused }: Refused, salon: Salon, reason: RefusedReason): Promise<DeliveryAnswer> => {
    const { hookKey, body } = refused.delivery;
    count(reason === 'invalid_token' ? { refused: 1, invalidToken: 1 } : { refused: 1 });
    log({ what: 'refused', salonKey: salon.key, reason, size: body.length });
    if (!limit.tells(hookKey, reason)) return { outcome: reason };
    const message = lineOf(salon, refused, reason, statusOf(reason));
    const [queued] = await sendTwice(
      send,
      [{ queue: 'bookings', group: salon.key, body: bodyOfMessage(message) }],
      left,
    );
    // The answer stands all the same; the next refusal tries to be told.
    if (queued !== true) limit.forget(hookKey, reason);
    return { outcome: reason };
  };
}

/** Sizes and the bare media type, nothing that was sent. */
function lineOf(
  { accountKey, key: salonKey }: Salon,
  { delivery, receivedAt }: Omit<Refused, 'left'>,
  reason: RefusedReason,
  status: number,
): RefusalMessage {
  const contentType = mediaTypeOf(delivery);
  const said = contentType === undefined ? {} : { contentType };
  return {
    v: 1,
    type: 'refusal',
    accountKey,
    salonKey,
    receivedAt,
    reason,
    status,
    size: delivery.body.length,
    ...said,
  };
}

/** RFC 6838, 4.2, without its limit of 127 characters. */
export const mediaTypeForm = /^[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+$/;

/**
 * Without parameters, in lower case, at most 100 characters; undefined for what is no media type at all, or would carry
 * a secret to where none may stand.
 */
function mediaTypeOf(delivery: Delivery): string | undefined {
  const [bare = ''] = delivery.headers.get('content-type')?.[0]?.split(';') ?? [];
  const type = bare.trim().toLowerCase();
  const secrets = [delivery.hookKey, ...tokensOutside(delivery)].map((secret) => secret.trim().toLowerCase());
  if (secrets.some((secret) => secret !== '' && type.includes(secret))) return undefined;
  return mediaTypeForm.test(type) ? type.slice(0, 100) : undefined;
}
