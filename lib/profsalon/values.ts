import type { Time } from '../model/reading.ts';
import { cleanKey } from './clean.ts';
import { fieldsOf, find, type Fields } from './fields.ts';
import { momentOf } from './moment.ts';
import { kopecksOf } from './money.ts';
import { moneyNames } from './names.ts';
import type { Warn } from './notes.ts';
import type { TimeZone } from './time-zone.ts';
import { partValues } from './values-of-parts.ts';
import { textValues, type TextValues } from './values-of-text.ts';

type Names = readonly string[];

export type Values = ReturnType<typeof valuesOf>;

/** Fields as the contract's normalisation has them: absent when not said, absent and warned when of no use. */
export function valuesOf(warn: Warn) {
  const texts = textValues(warn);
  return { ...texts, ...partValues(warn), money: moneyReader(texts, warn), time: timeReader(texts, warn) };
}

/** Kopecks of a sum, also of `{amount, currency}`. */
function moneyReader({ said }: TextValues, warn: Warn) {
  return (fields: Fields, names: Names): number | undefined => {
    const found = find(fields, names);
    const inside = fieldsOf(found?.value, found?.path ?? '');
    const sum = inside.size > 0 ? said(inside, moneyNames.amount) : said(fields, names);
    const kopecks = sum && kopecksOf(cleanKey(sum.text));
    if (sum && typeof kopecks === 'string') warn(sum.path, kopecks);
    return typeof kopecks === 'number' ? kopecks : undefined;
  };
}

/** How much later than the receive time a time that has passed may be, in milliseconds. */
const tolerance = 5 * 60_000;

/** `notAfter`: the receive time, for times that have passed by then. */
function timeReader({ said }: TextValues, warn: Warn) {
  return (
    fields: Fields,
    names: Names,
    { zone, notAfter }: { zone: TimeZone; notAfter?: string },
  ): Time | undefined => {
    const found = said(fields, names);
    const time = found && momentOf(cleanKey(found.text), zone);
    if (!found || time === undefined) return undefined;
    if (time === 'unreadable') {
      warn(found.path, 'unreadable_date');
      return undefined;
    }
    if (notAfter !== undefined && Date.parse(time.at) > Date.parse(notAfter) + tolerance) warn(found.path, 'in_future');
    return time;
  };
}
