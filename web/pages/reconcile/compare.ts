/** What is compared of a record, and by which column of the export. */
export const fields = ['amount', 'day', 'stage'] as const;
export type Field = (typeof fields)[number];

/** A record of ours. `amount`: kopecks; `day`: `2026-03-14`. */
export interface Ours {
  /** Of the record; `extId` is the sender's. */
  id: string;
  extId: string;
  day: string;
  amount: number | undefined;
  stage: string | undefined;
  /** Whether lists hide it: it is here, but nobody would expect it in an export. */
  isHidden: boolean;
}

/** Which column (0, 1, …) holds what. */
export type Columns = { id: number } & Partial<Record<Field, number>>;

export interface Difference {
  ours: Ours;
  fields: { field: Field; theirs: string }[];
}

export interface Comparison {
  /** Ids of the export that are not here. */
  missing: string[];
  extra: Ours[];
  different: Difference[];
  same: number;
  /** Rows of the export whose id a later one repeats, and those that have none. */
  repeated: number;
  withoutId: number;
}

/** An export beside what is stored of the same time. */
export function compared(rows: readonly string[][], columns: Columns, ours: readonly Ours[]): Comparison {
  const named = rows.map((row) => ({ id: idIn(row[columns.id]), row })).filter(({ id }) => id !== '');
  const theirs = new Map(named.map(({ id, row }) => [id, row]));
  const here = new Map(ours.map((one) => [one.extId, one]));
  const both = [...theirs].flatMap(([id, row]) => {
    const one = here.get(id);
    return one === undefined ? [] : [{ ours: one, fields: differing(row, columns, one) }];
  });
  const different = both.filter((one) => one.fields.length > 0);
  return {
    missing: [...theirs.keys()].filter((id) => !here.has(id)),
    extra: ours.filter(({ extId, isHidden }) => !isHidden && !theirs.has(extId)),
    different,
    same: both.length - different.length,
    repeated: named.length - theirs.size,
    withoutId: rows.length - named.length,
  };
}

const zeroFraction = /\.0+$/;

function idIn(text = ''): string {
  return text.trim().replace(zeroFraction, '');
}

function differing(row: readonly string[], columns: Columns, ours: Ours): Difference['fields'] {
  return fields.flatMap((field) => {
    const at = columns[field];
    const theirs = at === undefined ? undefined : (row[at] ?? '').trim();
    return theirs === undefined || isSame[field](theirs, ours) ? [] : [{ field, theirs }];
  });
}

const isSame: Record<Field, (theirs: string, ours: Ours) => boolean> = {
  // No sum is a sum of nothing.
  amount: (theirs, { amount = 0 }) => kopecksIn(theirs) === amount,
  day: (theirs, { day }) => dayIn(theirs) === day,
  stage: (theirs, { stage = '' }) => plain(theirs) === plain(stage),
};

function plain(text: string): string {
  return text.trim().toLowerCase().replaceAll('ё', 'е');
}

const notOfNumber = /[^\d.,-]/g;
const fraction = /[.,](\d{1,2})$/;
const notDigit = /[^\d-]/g;

/** `3 500,00`, `3500.5`, `1 800 ₽` in kopecks; NaN of what is no number, 0 of a blank. */
export function kopecksIn(text: string): number {
  const number = text.replace(notOfNumber, '').replace(/[.,]$/, '');
  if (number === '') return text.trim() === '' ? 0 : NaN;
  const [, cents = ''] = fraction.exec(number) ?? [];
  const whole = number.replace(fraction, '').replace(notDigit, '');
  return Number(`${whole}${cents.padEnd(2, '0')}`);
}

const russianDay = /^(\d{1,2})[.-](\d{1,2})[.-](\d{4})/;
const isoDay = /^(\d{4})[-/.](\d{2})[-/.](\d{2})/;

/** The day that a date and time begins with, as `2026-03-14`. */
export function dayIn(text: string): string | undefined {
  const [, day = '', month = '', year] = russianDay.exec(text) ?? [];
  if (year !== undefined) return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const iso = isoDay.exec(text);
  return iso === null ? undefined : `${iso[1] ?? ''}-${iso[2] ?? ''}-${iso[3] ?? ''}`;
}
