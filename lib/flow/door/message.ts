import * as v from 'valibot';
import { eventId } from '../../domain/event-id.ts';
import { fateOf } from '../../domain/fate.ts';
import type { Delivery } from '../../model/delivery.ts';
import type { EventMessage } from '../../model/message.ts';
import { decidingSchema, type Salon } from '../../model/settings.ts';
import type { Kind } from '../../model/words.ts';
import { classify } from '../../profsalon/classify.ts';
import type { DecodedBody } from '../../profsalon/decode.ts';
import { idOf } from '../../profsalon/id.ts';
import { removeSecrets } from '../../profsalon/remove-secrets.ts';

/** An event that is to be kept, and its kind when anything says one. */
export interface Judged {
  message: EventMessage;
  kind: Kind | undefined;
}

export interface Admitted {
  salon: Salon;
  delivery: Delivery;
  body: DecodedBody;
  /** Texts that must not be kept. */
  secrets: string[];
  /** UTC instant. */
  receivedAt: string;
}

/** The events of an admitted delivery as messages, without secrets, each with the reason why it is journaled only, if any. */
export function judgedEvents({ salon, delivery, body, secrets, receivedAt }: Admitted): Judged[] {
  const settings = v.parse(decidingSchema, salon);
  const { accountKey, key: salonKey } = salon;
  const shared = { v: 1, type: 'event', accountKey, salonKey, receivedAt, replay: 0, warnings: body.warnings } as const;
  const headerId = body.events.length === 1 ? idInHeader(delivery, secrets) : undefined;
  return body.events.map((raw) => {
    const event = removeSecrets(raw, secrets);
    const classified = classify(event);
    const { reason } = fateOf(settings, classified);
    const senderEventId = classified.senderEventId ?? headerId;
    const message: EventMessage = {
      ...shared,
      eventId: eventId(salonKey, event),
      ...(senderEventId === undefined ? {} : { senderEventId }),
      ...(reason === undefined ? {} : { reason }),
      settings,
      event,
    };
    return { kind: classified.kind, message };
  });
}

/** The header names one event: of several it would be the id of none. */
function idInHeader({ headers }: Delivery, secrets: string[]): string | undefined {
  const [first] = (headers.get('x-event-id') ?? []).flatMap((value) => idOf(value) ?? []);
  const clean = removeSecrets(first ?? null, secrets);
  return typeof clean === 'string' ? clean : undefined;
}
