import type { Classified, Decoded, ReadContext } from '../../lib/model/contract.ts';
import { canonicalLayers, type Json } from '../../lib/model/json.ts';
import type { Read, Reading } from '../../lib/model/reading.ts';
import { classify } from '../../lib/profsalon/classify.ts';
import { decodeBody } from '../../lib/profsalon/decode.ts';
import { readEvent } from '../../lib/profsalon/read-event.ts';
import { withoutSecrets } from '../../lib/profsalon/secrets.ts';
import { parseLossless } from '../../lib/reading/lossless-json.ts';

/** A payload as the door decodes it: numbers become the digits that JSON writes. */
export function asDecoded(payload: unknown): Json {
  const parsed = parseLossless(JSON.stringify(payload));
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.value;
}

export const context: ReadContext = {
  timezone: 'Europe/Moscow',
  currency: 'RUB',
  fieldMap: {},
  receivedAt: '2026-03-20T00:00:00.000Z',
};

/** A body decoded, its events merged. */
export function decoded(
  body: string | Uint8Array,
  contentType = '',
  contentEncoding = '',
): Exclude<Decoded, { ok: true }> | { ok: true; events: Json[]; tokens: string[]; warnings: string[] } {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const result = decodeBody({ bytes, contentType, contentEncoding });
  return result.ok
    ? { ...result, events: result.events.map((layers) => JSON.parse(canonicalLayers(layers)) as Json) }
    : result;
}

export function classified(event: unknown): Classified {
  return classify([asDecoded(event)]);
}

/** One event without its secrets. */
export function clean(event: Json, secrets: string[]): Json {
  return withoutSecrets([[event]], secrets)[0]![0]!;
}

/** A sender's event about a booking. */
function aBookingEvent(data: object = {}, around: object = {}): Json {
  return asDecoded({ event: 'booking.updated', ...around, data: { id: 558213, ...data } });
}

/** A sender's event about a deal. */
export function aDealEvent(data: object = {}, around: object = {}): Json {
  return asDecoded({ event: 'deal.updated', ...around, data: { id: 771904, ...data } });
}

export function readBooking(data: object = {}, around: object = {}): Read {
  return readEvent(aBookingEvent(data, around), context);
}

export function readDeal(data: object = {}, around: object = {}): Read {
  return readEvent(aDealEvent(data, around), context);
}

/** What one field of a deal becomes. */
export function dealField<F extends keyof Reading>(field: F, data: object): Reading[F] {
  return readDeal(data).reading[field];
}
