/**
 * A decoded payload. Numbers are kept as strings of the digits that were written (`771904`, `1e400`, `3500.0`):
 * nothing is rounded on the way from the sender to the reader, and a form says the same as JSON.
 */
export type Json = null | boolean | string | Json[] | JsonObject;
export interface JsonObject {
  [name: string]: Json;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Canonical JSON (keys sorted by code unit, absent values left out): equal content gives equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  // fromEntries, not assignment: a key named `__proto__` stays a key.
  return Object.fromEntries(entries.map(([name, inner]) => [name, sorted(inner)]));
}
