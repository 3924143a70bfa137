/** Milliseconds by which a zone is ahead of UTC at an instant (unix ms), as Intl knows its history. */
export interface TimeZone {
  name: string;
  offsetAt: (instant: number) => number;
}

// A formatter costs a millisecond to make; there are some six hundred names.
const known = new Map<string, TimeZone>();

export const zoneName = /^[a-z][\w+/-]{1,40}$/i;

/** The zone of an IANA name; undefined for anything else (Intl also takes offsets such as `+03:00`). */
export function zoneOf(name: string): TimeZone | undefined {
  if (!zoneName.test(name)) return undefined;
  const key = name.toLowerCase();
  const zone = known.get(key) ?? made(name);
  if (zone) known.set(key, zone);
  return zone;
}

function made(timeZone: string): TimeZone | undefined {
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
    return { name: format.resolvedOptions().timeZone, offsetAt: remembered((instant) => offsetIn(format, instant)) };
  } catch {
    return undefined;
  }
}

const quarter = 15 * 60_000;
const mostQuarters = 1000;

/** Since 2000 offsets have changed on quarters of an hour alone; a formatter is slow. */
function remembered(offsetAt: (instant: number) => number): (instant: number) => number {
  const offsets = new Map<number, number>();
  return (instant) => {
    const at = Math.floor(instant / quarter);
    const known = offsets.get(at);
    if (known !== undefined) return known;
    const offset = offsetAt(at * quarter);
    const [oldest] = offsets.keys();
    if (offsets.size >= mostQuarters && oldest !== undefined) offsets.delete(oldest);
    offsets.set(at, offset);
    return offset;
  };
}

function offsetIn(format: Intl.DateTimeFormat, instant: number): number {
  const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return offsetOf(name.replace('GMT', ''));
}

export const offsetForm = /^([+-])(\d{2}):?(\d{2})?/;

/** `+03:00`, `+0300`, `+03`, `-03:30`; anything else is none: 0. In milliseconds. */
export function offsetOf(text: string): number {
  const [, sign, hours, minutes = '0'] = offsetForm.exec(text) ?? [];
  const size = (Number(hours ?? 0) * 60 + Number(minutes)) * 60_000;
  return sign === '-' ? -size : size;
}

const day = 86_400_000;

/**
 * The instant at which clocks of a zone show `local` (their reading, as if it were UTC): of two the earlier; a reading
 * that they skip moves forward by what was skipped.
 */
export function instantOf(local: number, { offsetAt }: TimeZone): number {
  const before = local - offsetAt(local - day);
  const after = local - offsetAt(local + day);
  const fitting = [before, after].filter((instant) => instant + offsetAt(instant) === local);
  return fitting.length > 0 ? Math.min(...fitting) : before;
}
