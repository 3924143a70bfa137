const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/**
 * The instant of a local time (`2026-03-14T15:30`) by the clocks of a zone; undefined: it is no such time. One that the clocks skip or
 * show twice is an hour of either side.
 */
export function instantOf(local: string, timeZone: string): string | undefined {
  const time = form.test(local) ? Date.parse(`${local}:00.000Z`) : NaN;
  if (Number.isNaN(time) || time < 0) return undefined;
  const clock = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone });
  const offsetAt = (instant: number) => Date.parse(`${clock.format(instant).replace(' ', 'T')}.000Z`) - instant;
  // The offset of then is not known before the instant is, but near enough it is the same.
  return new Date(time - offsetAt(time - offsetAt(time))).toISOString();
}
