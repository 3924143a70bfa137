import { isObject, type Json } from '../model/json.ts';

export const index = /^\d{1,30}$/;

/** A list, or one that PHP made an object of, `{"0":…,"10":…}`, in the order of its indexes or ids; else undefined. */
export function listOf(value: Json | undefined): Json[] | undefined {
  if (Array.isArray(value)) return value;
  if (!isObject(value)) return undefined;
  const keys = Object.keys(value);
  if (keys.length === 0 || !keys.every((key) => index.test(key))) return undefined;
  return Object.entries(value)
    .sort(([a], [b]) => byNumber(a, b))
    .map(([, inner]) => inner);
}

/** Digits by their value: leading zeros aside, the longer is the larger. */
function byNumber(a: string, b: string): number {
  const [one, other] = [a.replace(leadingZeros, ''), b.replace(leadingZeros, '')];
  if (one.length !== other.length) return one.length - other.length;
  return one < other ? -1 : one > other ? 1 : 0;
}

export const leadingZeros = /^0+(?=\d)/;
