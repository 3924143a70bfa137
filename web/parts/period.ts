/** Days that the journal keeps a line (lib/model/journal.ts). */
export const journalDays = 30;

const day = 86_400_000;
const dateForm = /^\d{4}-\d{2}-\d{2}$/;

/** Days as the routes take them: what is no day is left out, and the last day is part of the period. */
export function periodOf({ from, to }: { from?: string | undefined; to?: string | undefined }) {
  return { from: isDate(from) ? from : undefined, to: isDate(to) ? daysAfter(to, 1) : undefined };
}

/** A day some days after another (before it: a negative number). */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * day).toISOString().slice(0, 10);
}

/** Every day from the first to the last. */
export function daysOf(from: string, to: string): string[] {
  const count = Math.round((Date.parse(to) - Date.parse(from)) / day) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, at) => daysAfter(from, at));
}

export function isDate(text: string | undefined): text is string {
  return text !== undefined && dateForm.test(text) && !Number.isNaN(Date.parse(text));
}
