import { isObject, type Json } from '../model/json.ts';

/** A list, or one that PHP made an object of, `{"0":…,"10":…}`, in the order of its indexes or ids; else undefined. */
export function listOf(value: Json | undefined): Json[] | undefined {
  if (Array.isArray(value)) return value;
  if (!isObject(value)) return undefined;
  const entries = Object.entries(value);
  if (entries.length === 0 || !entries.every(([key]) => /^\d{1,30}$/.test(key))) return undefined;
  return entries.sort(([a], [b]) => byNumber(a, b)).map(([, inner]) => inner);
}

function byNumber(a: string, b: string): number {
  const difference = BigInt(a) - BigInt(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
