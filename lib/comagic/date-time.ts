import type { TimeZone } from '../model/time-zone.ts';

/** An instant as the Data API takes it: `YYYY-MM-DD hh:mm:ss` by the clocks of the account's zone. Milliseconds are cut off. */
export function dateTimeIn(instant: string, { offsetAt }: TimeZone): string {
  const time = Date.parse(instant);
  return new Date(time + offsetAt(time)).toISOString().slice(0, 19).replace('T', ' ');
}
