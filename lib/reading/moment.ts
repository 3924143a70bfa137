import type { Time } from '../model/reading.ts';
import { instantOf, offsetOf, type TimeZone } from '../model/time-zone.ts';

const earliest = Date.UTC(2000, 0, 1);
const latest = Date.UTC(9999, 0, 1);
const [second, minute, day] = [1000, 60_000, 86_400_000];
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `H:MM[:SS[.ffffff]]` and an offset, with or without a blank before it. */
const clock = String.raw`(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,](?<fraction>\d{1,9}))?)?`;
const offset = String.raw`(?: ?(?<offset>z|gmt|utc|[+-]\d\d(?::?\d\d)?))?`;
const dates = [
  String.raw`(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})`,
  String.raw`(?<day>\d{1,2})-(?<month>\d{1,2})-(?<year>\d{4})`,
  String.raw`(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})`,
  String.raw`(?<year>\d{4})/(?<month>\d{1,2})/(?<day>\d{1,2})`,
  String.raw`(?<year>\d{4})\.(?<month>\d{1,2})\.(?<day>\d{1,2})`,
];
/** The last is RFC 2822's. */
export const dateForms: readonly RegExp[] = [
  ...dates.map((date) => new RegExp(`^${date}(?:(?:, ?| |t)${clock}${offset})?$`, 'i')),
  new RegExp(`^(?:[a-z]{3}, ?)?(?<day>\\d{1,2}) (?<name>${months.join('|')}) (?<year>\\d{4}) ${clock}${offset}$`, 'i'),
];
export const unixTime = /^-?\d{1,30}(?:\.\d{1,30})?$/;

/**
 * A date and time as written (clean, runs of blanks as one), or unix seconds or milliseconds. `zone` is that of times
 * without an offset. undefined: none was said (empty, or before 2000, as `0000-00-00`); `unreadable`: another form, or no
 * day of any calendar.
 */
export function momentOf(text: string, zone: TimeZone): Time | 'unreadable' | undefined {
  if (text === '') return undefined;
  if (unixTime.test(text)) return timeOf(unixOf(text));
  const parts = dateForms.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined);
  if (!parts) return 'unreadable';
  return Number(parts['year']) < 2000 ? undefined : written(parts, zone);
}

/** Up to ten digits are seconds (but eight a date without dots), twelve or thirteen milliseconds; others are no instant. */
function unixOf(text: string): number {
  const digits = text.split('.', 1).join('').replace('-', '').length;
  if (digits === 12 || digits === 13) return Math.trunc(Number(text));
  return digits <= 10 && digits !== 8 ? Math.trunc(Number(text) * second) : Number.NaN;
}

function timeOf(at: number, until?: number): Time | 'unreadable' | undefined {
  if (at < earliest) return undefined;
  if (!(at < latest)) return 'unreadable';
  return { at: isoOf(at), ...(until !== undefined && { until: isoOf(until) }) };
}

function isoOf(instant: number): string {
  return new Date(instant).toISOString();
}

type Parts = Record<string, string | undefined>;

function written(parts: Parts, zone: TimeZone): Time | 'unreadable' | undefined {
  const local = localOf(parts);
  if (local === undefined) return 'unreadable';
  const { hour, second: seconds, offset: said } = parts;
  const at = said === undefined ? instantOf(local, zone) : local - offsetOf(said);
  if (hour === undefined) return timeOf(at, instantOf(local + day, zone));
  return timeOf(at, seconds === undefined ? at + minute : undefined);
}

/** What the clock showed, as if it were UTC; undefined for a day or time that does not exist. */
function localOf(parts: Parts): number | undefined {
  const number = (name: string) => Number(parts[name] ?? 0);
  const name = parts['name']?.toLowerCase();
  const month = name === undefined ? number('month') : months.indexOf(name) + 1;
  const [year, date] = [number('year'), number('day')];
  if (month < 1 || month > 12 || date < 1 || date > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  if (number('hour') > 23 || number('minute') > 59 || number('second') > 59) return undefined;
  const milliseconds = Number((parts['fraction'] ?? '0').padEnd(3, '0').slice(0, 3));
  return Date.UTC(year, month - 1, date, number('hour'), number('minute'), number('second'), milliseconds);
}
