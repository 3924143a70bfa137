import type { Delivery } from '../model/delivery.ts';
import type { RefusalMessage } from '../model/message.ts';
import type { RefusedReason } from '../model/reasons.ts';
import type { Salon } from '../model/settings.ts';

/** A minute, in which one refusal line of each key and reason is enough. */
const quietMs = 60_000;
/** Pairs of key and reason that are remembered; the oldest goes first. */
const most = 1000;

/** Says whether a refusal should be told to the journal; `forget` when it could not be. */
export function refusalLimit(now: () => Date) {
  const told = new Map<string, number>();
  const nameOf = (hookKey: string, reason: RefusedReason) => `${hookKey} ${reason}`;
  return {
    tells: (hookKey: string, reason: RefusedReason): boolean => {
      const name = nameOf(hookKey, reason);
      const at = now().getTime();
      const last = told.get(name);
      if (last !== undefined && at - last < quietMs) return false;
      told.delete(name);
      told.set(name, at);
      const [oldest] = told.keys();
      if (told.size > most && oldest !== undefined) told.delete(oldest);
      return true;
    },
    forget: (hookKey: string, reason: RefusedReason): void => {
      told.delete(nameOf(hookKey, reason));
    },
  };
}

/** The line of a refused delivery: sizes and the bare media type, nothing that was sent. */
export function refusalOf(
  salon: Salon,
  delivery: Delivery,
  refused: { reason: RefusedReason; status: number; receivedAt: string },
): RefusalMessage {
  const contentType = mediaTypeOf(delivery);
  return {
    v: 1,
    type: 'refusal',
    accountKey: salon.accountKey,
    salonKey: salon.key,
    ...refused,
    size: delivery.body.length,
    ...(contentType === undefined ? {} : { contentType }),
  };
}

/** Without parameters, in lower case, at most 100 characters; undefined for what is no media type at all. */
function mediaTypeOf({ headers }: Delivery): string | undefined {
  const [bare = ''] = headers.get('content-type')?.[0]?.split(';') ?? [];
  const type = bare.trim().toLowerCase();
  return /^[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+$/.test(type) ? type.slice(0, 100) : undefined;
}
