import type { Decoded, DecodedBody, DoorContract } from '../../model/contract.ts';
import type { Delivery, FoundHook } from '../../model/delivery.ts';
import type { FieldMap } from '../../model/field-map.ts';
import { maxBatchBytes } from '../../model/queues.ts';
import type { RefusedReason } from '../../model/reasons.ts';
import type { Salon } from '../../model/settings.ts';
import { idInHeader, judgedEvents, preparedEvents, type Judged, type Prepared } from './message.ts';
import { admitted } from './tokens.ts';

export type Verdict =
  | { verdict: 'unknown_hook' }
  | { verdict: 'refused'; salon: Salon; reason: RefusedReason }
  | { verdict: 'admitted'; events: Judged[] };

export interface Case {
  contract: DoorContract;
  delivery: Delivery;
  /** UTC instant. */
  receivedAt: string;
  /** Decodes the body, once; begins with its size. */
  read: () => Decoded;
}

/** Bytes of an event as canonical JSON. */
export const maxEventBytes = 204_800;

/**
 * The order of the door, on what the hook key leads to: hook key, size, decode, token, then active, salon and kind of each
 * event. May be asked again with settings read anew: the events are written once.
 */
export function judgeOf(matter: Case): (found: FoundHook | undefined) => Verdict {
  const prepared = preparer(matter);
  return (found) => {
    if (found === undefined || hasEnded(found, matter.delivery.hookKey, matter.receivedAt))
      return { verdict: 'unknown_hook' };
    const { salon } = found;
    const refused = (reason: RefusedReason): Verdict => ({ verdict: 'refused', salon, reason });
    const body = matter.read();
    if (!body.ok) return refused(body.reason);
    const tokens = admitted(salon, body.tokens);
    if (tokens === undefined) return refused('invalid_token');
    const secrets = [...tokens, matter.delivery.hookKey];
    const events = prepared(body, secrets, salon.fieldMap);
    if (events.some(({ text }) => Buffer.byteLength(text) > maxEventBytes)) return refused('too_large');
    const { receivedAt, contract, delivery } = matter;
    const headerId = idInHeader(contract, delivery, secrets);
    const judged = judgedEvents({ salon, events, warnings: body.warnings, receivedAt, headerId });
    // JSON escapes that SQS asks for may blow an event up: better refused as a whole than lost in part.
    const fit = judged.every((event) => Buffer.byteLength(event.body) <= maxBatchBytes);
    return fit ? { verdict: 'admitted', events: judged } : refused('too_large');
  };
}

/** The events of a body without these secrets, made once as long as the secrets and what is taught are the same. */
function preparer({ contract }: Case): (body: DecodedBody, secrets: string[], fieldMap: FieldMap) => Prepared[] {
  let known: { key: string; events: Prepared[] } | undefined;
  return (body, secrets, fieldMap) => {
    const key = JSON.stringify([secrets, fieldMap]);
    if (known?.key !== key) known = { key, events: preparedEvents(contract, body.events, secrets, fieldMap) };
    return known.events;
  };
}

/** A key that the salon lists no more has ended, too. */
function hasEnded({ salon, endsAt }: FoundHook, hookKey: string, now: string): boolean {
  const listed = salon.hookKeys.find(({ key }) => key === hookKey);
  const ends = [endsAt, listed?.endsAt].filter((end) => end !== undefined);
  return listed === undefined || ends.some((end) => end <= now);
}
