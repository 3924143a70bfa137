import type { Classified } from '../domain/fate.ts';
import type { Delivery } from '../model/delivery.ts';
import { isObject, type Json } from '../model/json.ts';
import type { RefusedReason } from '../model/reasons.ts';
import { tokensOutside } from './accept-delivery-tokens.ts';

/** An event as it may be kept: without tokens. */
export interface DecodedEvent {
  event: Json;
  classified: Classified;
  senderEventId: string | undefined;
  warnings: string[];
}
export interface DecodedBody {
  events: DecodedEvent[];
  /** All that the delivery presents as tokens, wherever. */
  tokens: string[];
}

// PROVISIONAL until lib/profsalon decodes: JSON only, one event or a list.
export function readDelivery(delivery: Delivery): DecodedBody | { refused: RefusedReason } {
  try {
    const value = numbersAsText(JSON.parse(new TextDecoder().decode(delivery.body)));
    const events = Array.isArray(value) ? value : isObject(value) ? [value] : [];
    if (events.length === 0) return { refused: 'invalid_body' };
    const inBody = isObject(value) && typeof value['token'] === 'string' ? [value['token']] : [];
    return { events: events.map(provisional), tokens: [...tokensOutside(delivery), ...inBody] };
  } catch {
    return { refused: 'invalid_body' };
  }
}

function numbersAsText(value: unknown): Json {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(numbersAsText);
  return Object.fromEntries(Object.entries(value ?? {}).map(([name, inner]) => [name, numbersAsText(inner)]));
}

function provisional(raw: Json): DecodedEvent {
  const event = isObject(raw) ? Object.fromEntries(Object.entries(raw).filter(([name]) => name !== 'token')) : raw;
  const name = isObject(event) ? event['event'] : undefined;
  const kind = /^(deal|booking)\./.exec(typeof name === 'string' ? name : '')?.[1];
  const known =
    kind === 'deal' ? ({ kind: 'deal' } as const) : kind === 'booking' ? ({ kind: 'booking' } as const) : {};
  return { event, classified: { ...known, salonIds: [], salonLogins: [] }, senderEventId: undefined, warnings: [] };
}
