import type { ReadContext } from '../../lib/model/contract.ts';
import { canonicalLayers, type Json } from '../../lib/model/json.ts';
import type { Client, Read, Reading } from '../../lib/model/reading.ts';
import { classify } from '../../lib/profsalon/classify.ts';
import { decodeBody } from '../../lib/profsalon/decode.ts';
import { readEvent } from '../../lib/profsalon/read-event.ts';

const context: ReadContext = {
  timezone: 'Europe/Moscow',
  currency: 'RUB',
  fieldMap: {},
  receivedAt: '2026-11-26T12:00:00.000Z',
};

/** An event as a worker gets it: decoded from JSON, its keys sorted. */
function canonical(event: unknown): Json {
  const decoded = decodeBody({ bytes: Buffer.from(JSON.stringify(event)), contentType: '', contentEncoding: '' });
  if (!decoded.ok) throw new Error(decoded.reason);
  return JSON.parse(canonicalLayers(decoded.events[0] ?? [])) as Json;
}

/** What the reader makes of one event. */
export function readOf(event: unknown, over: Partial<ReadContext> = {}): Read {
  return readEvent(canonical(event), { ...context, ...over });
}

/** Of an update of booking 7403 with these data. */
export function aboutBooking(data: object = {}, around: object = {}): Read {
  return readOf({ event: 'booking.updated', ...around, data: { id: 7403, ...data } });
}

/** Of an update of deal 9001 with these data. */
export function aboutDeal(data: object = {}, around: object = {}): Read {
  return readOf({ event: 'deal.updated', ...around, data: { id: 9001, ...data } });
}

export function ofBooking(data: object = {}, around: object = {}): Reading {
  return aboutBooking(data, around).reading;
}

export function ofDeal(data: object = {}, around: object = {}): Reading {
  return aboutDeal(data, around).reading;
}

/** A client with phones as they are shown. */
export type ShownClient = Omit<Partial<Client>, 'phones'> & { phones?: string[] };

/** Whom a booking's data name: what was not said is left out. */
export function clientOf({ client }: Reading): ShownClient | undefined {
  if (client === undefined) return undefined;
  const { phones, emails, ...rest } = client;
  return {
    ...rest,
    ...(phones.length > 0 ? { phones: phones.map(({ shown }) => shown) } : {}),
    ...(emails.length > 0 ? { emails } : {}),
  };
}

/** What an event is called: kind and act (`restored` for an update that takes a deletion back), else `unknown_event`. */
export function nameOf(event: object): string {
  const { kind, act } = classify([canonical(event)]);
  const { reading } = readOf(event);
  if (kind === undefined) return 'unknown_event';
  return `${kind} ${act === 'updated' && reading.deleted === false ? 'restored' : act}`;
}
