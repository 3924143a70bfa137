import type { Failure } from '../../model/api.ts';
import { instantOf, zoneOf, type TimeZone } from '../../model/time-zone.ts';
import { firstInstant } from '../../model/words.ts';

/** Instants, from (included) to (excluded). */
export interface Period {
  from: string;
  to: string;
}

const day = 86_400_000;
const usualDays = 30;
const first = Date.parse(firstInstant);
const utc: TimeZone = { name: 'UTC', offsetAt: () => 0 };

/** The stretch of time that a list is asked for: dates are days of the account's zone; the default is the last 30 of these. */
export function periodOf(
  asked: { from?: string | undefined; to?: string | undefined },
  timezone: string,
  now: Date,
): Period | Failure {
  const zone = zoneOf(timezone) ?? utc;
  // Records are never dated later than a few minutes after they came.
  const latest = now.getTime() + day;
  const said = { from: momentSaid(asked.from, zone), to: momentSaid(asked.to, zone) };
  for (const field of ['from', 'to'] as const) {
    if (Number.isNaN(said[field])) return { error: 'invalid_request', fields: { [field]: 'invalid' } };
  }
  const to = said.to ?? latest;
  const from = said.from ?? usualFrom(Math.min(to, now.getTime()), zone);
  if (from >= to) return { error: 'invalid_request', fields: { to: 'not_after_from' } };
  return { from: isoOf(Math.max(from, first)), to: isoOf(Math.max(first, Math.min(to, latest))) };
}

/** The midnight that begins 30 days, of which the last is under way or ends at an instant (unix ms). */
function usualFrom(until: number, zone: TimeZone): number {
  return instantOf(midnightOf(until - 1, zone) - (usualDays - 1) * day, zone);
}

/** The instant of a date at midnight, or of an instant as somebody writes it; undefined for one that does not exist. */
export function instantAsked(text: string, timezone: string): string | undefined {
  const moment = momentOf(text, zoneOf(timezone) ?? utc);
  return Number.isNaN(moment) ? undefined : isoOf(moment);
}

/** The day of an instant by the clocks of a zone. */
export function dayOf(timezone: string, instant: string): string {
  const zone = zoneOf(timezone) ?? utc;
  const time = Date.parse(instant);
  return isoOf(time + zone.offsetAt(time)).slice(0, 10);
}

/** The instant at which the day has begun by the clocks of a zone. */
export function dayStart(timezone: string, now: Date): string {
  const zone = zoneOf(timezone) ?? utc;
  return isoOf(instantOf(midnightOf(now.getTime(), zone), zone));
}

/** The last midnight by the clocks of a zone, as these show it. */
function midnightOf(instant: number, zone: TimeZone): number {
  const local = instant + zone.offsetAt(instant);
  return local - (local % day);
}

function momentSaid(text: string | undefined, zone: TimeZone): number | undefined {
  return text === undefined ? undefined : momentOf(text, zone);
}

/** Unix ms of a date at local midnight, or of an instant; NaN for one that does not exist. */
function momentOf(text: string, zone: TimeZone): number {
  const [date = ''] = text.split('T');
  const midnight = Date.parse(`${date}T00:00:00.000Z`);
  // Date.parse takes 30 February for 2 March.
  if (Number.isNaN(midnight) || isoOf(midnight).slice(0, 10) !== date) return NaN;
  return text === date ? instantOf(midnight, zone) : Date.parse(text);
}

function isoOf(instant: number): string {
  return new Date(instant).toISOString();
}
