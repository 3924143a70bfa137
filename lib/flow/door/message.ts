import * as v from 'valibot';
import { eventId } from '../../domain/event-id.ts';
import { fateOf } from '../../domain/fate.ts';
import type { Classified, DoorContract, Layers } from '../../model/contract.ts';
import type { Delivery } from '../../model/delivery.ts';
import type { FieldMap } from '../../model/field-map.ts';
import { canonicalLayers } from '../../model/json.ts';
import { bodyOfEvent, type EventMessage } from '../../model/message.ts';
import { present } from '../../model/present.ts';
import { decidingSchema, type Deciding, type Salon } from '../../model/settings.ts';
import type { IgnoredReason } from '../../model/reasons.ts';
import type { Kind } from '../../model/words.ts';

/** An event of a delivery without secrets, written once as it will travel. */
export interface Prepared {
  classified: Classified;
  /** Canonical JSON. */
  text: string;
}

/** The events of a body, without `secrets`. */
export function preparedEvents(
  { withoutSecrets, classify }: Pick<DoorContract, 'withoutSecrets' | 'classify'>,
  events: readonly Layers[],
  secrets: readonly string[],
  fieldMap: FieldMap,
): Prepared[] {
  return withoutSecrets(events, secrets).map((event) => ({
    classified: classify(event, fieldMap),
    text: canonicalLayers(event),
  }));
}

/** An event that is to be kept: the body of its message, its kind when anything says one, and why it is journaled only, if so. */
export interface Judged {
  id: string;
  salonKey: string;
  kind: Kind | undefined;
  reason: IgnoredReason | undefined;
  /** Whether settings let all of it through: neither half is ignored. */
  whole: boolean;
  body: string;
}

export interface Admitted {
  salon: Salon;
  events: Prepared[];
  /** Of the decoding, for every event. */
  warnings: string[];
  /** UTC instant. */
  receivedAt: string;
  /** The sender's id in a header: it names one event, of several it would be the id of none. */
  headerId: string | undefined;
  /** Whether somebody of the account sends it to see it arrive. */
  test?: true;
  /** When it was imported, of a row of a table. */
  importedAt?: string;
}

/** The events of an admitted delivery as messages. */
export function judgedEvents({ salon, events, warnings, receivedAt, headerId, test, importedAt }: Admitted): Judged[] {
  const settings = decidingOf(salon);
  const { accountKey, key: salonKey } = salon;
  const shared = {
    v: 1,
    type: 'event',
    accountKey,
    salonKey,
    receivedAt,
    replay: 0,
    warnings,
    settings,
    ...present({ test, importedAt }),
  } as const;
  return events.map(({ classified, text }) => {
    const id = eventId(salonKey, text);
    const { reason, deal, request } = fateOf(settings, classified);
    const whole = deal.outcome !== 'ignored' && request.outcome !== 'ignored';
    const senderEventId = classified.senderEventId ?? (events.length === 1 ? headerId : undefined);
    const head: Omit<EventMessage, 'event'> = { ...shared, ...present({ eventId: id, senderEventId, reason }) };
    return { id, salonKey, kind: classified.kind, reason, whole, body: bodyOfEvent(head, text) };
  });
}

function decidingOf(salon: Salon): Deciding {
  const { fieldMap, ...others } = v.parse(decidingSchema, salon);
  return present({ ...others, fieldMap: fieldMap && Object.keys(fieldMap).length > 0 ? fieldMap : undefined });
}

/** The sender's id of the event in the header `X-Event-Id`, unless it is or holds a secret. */
export function idInHeader(
  { idOf, withoutSecrets }: DoorContract,
  { headers }: Delivery,
  secrets: readonly string[],
): string | undefined {
  const [first] = (headers.get('x-event-id') ?? []).flatMap((value) => idOf(value) ?? []);
  const [clean] = withoutSecrets([[first ?? null]], secrets)[0] ?? [];
  return typeof clean === 'string' ? clean : undefined;
}
