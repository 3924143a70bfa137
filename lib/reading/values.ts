import { isObject } from '../model/json.ts';
import type { Time } from '../model/reading.ts';
import { zoneOf, type TimeZone } from '../model/time-zone.ts';
import { fieldsOf, isEmpty, joined, flat, pick, type Fields } from './fields.ts';
import { named, type Names } from './folded-name.ts';
import { momentOf, unixTime } from './moment.ts';
import { kopecksOf } from './money.ts';
import { openText, type Node } from './node.ts';
import type { Warn } from './notes.ts';
import { itemsIn, objectIn, unwrapped, type ListShape, type NamesOfText } from './shapes.ts';
import { plainText } from './text.ts';
import { textValues, type Said, type TextValues } from './values-of-text.ts';

export type Values = ReturnType<typeof valuesOf>;

/** Fields as the contract's normalisation has them: absent when not said, absent and warned when of no use. */
export function valuesOf(warn: Warn) {
  const texts = textValues(warn);
  return { ...texts, ...partValues(warn), money: moneyReader(texts, warn), time: timeReader(texts, warn) };
}

/** Objects and lists inside an object. */
function partValues(warn: Warn) {
  return {
    /** The fields of a part, inside and flat; of several under its names the first outweighs the next. */
    part: (fields: Fields, names: Names, namesOf: NamesOfText): Fields => {
      const inside = fields.find(names).map((node) => objectIn(node, namesOf, warn));
      return joined(...inside, flat(fields, names));
    },
    /** What stands in place of an object, whatever its shape. */
    inside: (node: Node, namesOf: NamesOfText): Fields => objectIn(node, namesOf, warn),
    /** The elements of a list; undefined when none was said. */
    items: (fields: Fields, names: Names, shape: ListShape): Node[] | undefined => {
      const node = pick(fields.find(names));
      return node && itemsIn(node, shape, warn);
    },
  };
}

/** What stands where an object or a text belongs: of a JSON text of an object, that. */
function objectOrText(fields: Fields, names: Names): Node | undefined {
  const node = pick(fields.find(names).map(unwrapped));
  if (typeof node?.value === 'string' && node.value.length <= longestObject) openText(node);
  return node;
}

/** Code units of a JSON text that may be a sum or a date. */
const longestObject = 1000;

export const moneyNames = { amount: named('amount'), currency: named('currency') };

/** Kopecks of a sum, also of `{amount, currency}`. */
function moneyReader({ said }: TextValues, warn: Warn) {
  return (fields: Fields, names: Names): number | undefined => {
    const node = objectOrText(fields, names);
    if (node === undefined || isEmpty(node.value)) return undefined;
    const inside = isObject(node.value) && Object.keys(node.value).length > 0;
    const sum = inside ? said(fieldsOf(node), moneyNames.amount) : said({ find: () => [node] }, names);
    const kopecks = sum && kopecksOf(plainText(sum.text.slice(0, longestSum)));
    if (sum && typeof kopecks === 'string') warn(sum.node, kopecks);
    return typeof kopecks === 'number' ? kopecks : undefined;
  };
}

const longestSum = 10_000;

/** How much later than the receive time a time that has passed may be, in milliseconds. */
const tolerance = 5 * 60_000;
const phpDate = { date: named('date'), kind: named('timezone_type'), zone: named('timezone') };

export interface TimeContext {
  /** Of a time without an offset. */
  zone: TimeZone;
  /** The receive time, for times that have passed by then. */
  notAfter?: string;
  /** Names of a time of day that may stand beside a date without one. */
  clock?: Names;
}

function timeReader(texts: TextValues, warn: Warn) {
  return (fields: Fields, names: Names, context: TimeContext): Time | undefined => {
    const node = objectOrText(fields, names);
    if (node === undefined || isEmpty(node.value)) return undefined;
    const said = isObject(node.value) ? phpDateIn(texts, warn, node, context.zone) : asText(node, context.zone);
    const clock = context.clock && texts.said(fields, context.clock);
    if (said === undefined) {
      warn(node, typeof node.value === 'string' ? 'unreadable_date' : 'not_text');
      return undefined;
    }
    return checked(momentOf(withClock(said.text, clock, warn), said.zone), node, context, warn);
  };
}

interface Written {
  text: string;
  zone: TimeZone;
}

const longestDate = 1000;

function asText({ value }: Node, zone: TimeZone): Written | undefined {
  return typeof value === 'string' ? { text: plainText(value.slice(0, longestDate)), zone } : undefined;
}

/** PHP's date object as JSON has it: `{date, timezone_type, timezone}`. */
function phpDateIn({ said, skip }: TextValues, warn: Warn, node: Node, zone: TimeZone): Written | undefined {
  const inside = fieldsOf(node);
  const date = said(inside, phpDate.date);
  if (date === undefined) return undefined;
  skip(inside, phpDate.kind);
  const place = said(inside, phpDate.zone);
  const text = plainText(date.text.slice(0, longestDate));
  if (place === undefined) return { text, zone };
  const name = plainText(place.text.slice(0, longestDate));
  if (offset.test(name)) return { text: `${text} ${name}`, zone };
  const known = zoneOf(name);
  if (known === undefined) warn(place.node, 'unknown_timezone');
  return { text, zone: known ?? zone };
}

/** What PHP names a zone by that is no IANA name; `Z` is how it keeps the end of an ISO time. */
export const offset = /^(?:z|[+-]\d\d(?::?\d\d)?)$/i;
export const timeOfDay = /^\d{1,2}:\d\d(?::\d\d(?:\.\d{1,9})?)?$/;
/** What databases write after a date that has no time. */
export const midnight = /(?:, ?| |t)0?0:00(?::00(?:\.0{1,9})?)?$/i;

/** A date alone, or at midnight, takes the time of day beside it; a date with a time of its own and a unix time do not. */
function withClock(date: string, clock: Said | undefined, warn: Warn): string {
  const day = date.replace(midnight, '');
  if (clock === undefined || day.includes(':') || unixTime.test(day)) return date;
  const time = plainText(clock.text.slice(0, longestDate));
  if (timeOfDay.test(time)) return `${day} ${time}`;
  warn(clock.node, 'unreadable_date');
  return date;
}

function checked(time: Time | 'unreadable' | undefined, node: Node, context: TimeContext, warn: Warn) {
  if (time === 'unreadable') warn(node, 'unreadable_date');
  if (time === 'unreadable' || time === undefined) return undefined;
  const { notAfter } = context;
  if (notAfter !== undefined && Date.parse(time.at) > Date.parse(notAfter) + tolerance) warn(node, 'in_future');
  return time;
}
