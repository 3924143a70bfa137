import type { RowFault } from '../model/import.ts';
import type { Reading, Time } from '../model/reading.ts';

/** The date of a row of a table: when what it says was so. */
export interface RowDate {
  /** UTC instant: its receive time. */
  at: string;
  /** Says that this is a change, where no column of changes does. */
  changed: boolean;
}

const mostYears = 3;

/**
 * The change that a row tells; where it names none, the latest of what it says has happened. A date without a time is as late as
 * anything else of the row that has happened on that day. It never lies ahead of `now`: an erasure takes what was received before it,
 * and of two events the later counts.
 */
export function rowDate(reading: Reading, now: Date): RowDate | { fault: RowFault } {
  const { createdAt, updatedAt, stageChangedAt, closedAt } = reading;
  const past = [createdAt, stageChangedAt, closedAt].filter((time) => time !== undefined);
  const [latest] = past.toSorted(lastFirst);
  const date = updatedAt ?? latest;
  if (date === undefined) return { fault: 'no_date' };
  const instant = now.toISOString();
  if (date.at > instant) return { fault: 'in_future' };
  if (date.at < yearsBefore(now)) return { fault: 'too_old' };
  const sameDay = past.filter((time) => isWithin(time, date) && time.at <= instant);
  const { at } = [date, ...sameDay].toSorted(lastFirst)[0] ?? date;
  return { at, changed: updatedAt === undefined && at !== createdAt?.at };
}

function lastFirst(a: Time, b: Time): number {
  return a.at < b.at ? 1 : -1;
}

function isWithin({ at }: Time, { at: from, until = from }: Time): boolean {
  return from <= at && at < until;
}

function yearsBefore(now: Date): string {
  const then = new Date(now);
  then.setUTCFullYear(then.getUTCFullYear() - mostYears);
  return then.toISOString();
}
