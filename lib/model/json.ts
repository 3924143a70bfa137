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

// An object may lie under many others: its fields are written once.
const written = new WeakMap<JsonObject, [name: string, text: string][]>();

/**
 * Canonical JSON of objects laid over one another, the later's names over the earlier's; of one value that is no object, its
 * own. Equal to that of the merged object.
 */
export function canonicalLayers(layers: readonly Json[]): string {
  const objects = layers.filter((layer) => isObject(layer));
  if (objects.length < layers.length) return canonicalJson(layers.at(-1));
  const fields = new Map(objects.flatMap(fieldsWritten));
  const names = objects.length > 1 ? [...fields.keys()].sort(byCodeUnit) : [...fields.keys()];
  return `{${names.map((name) => fields.get(name) ?? '').join(',')}}`;
}

function fieldsWritten(object: JsonObject): [name: string, text: string][] {
  const known = written.get(object);
  if (known !== undefined) return known;
  const fields = Object.keys(object)
    .sort(byCodeUnit)
    .map((name): [string, string] => [name, `${JSON.stringify(name)}:${canonicalJson(object[name])}`]);
  written.set(object, fields);
  return fields;
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : 1;
}

/** Canonical JSON (keys sorted by code unit, absent values left out): equal content gives equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => byCodeUnit(a, b));
  // fromEntries, not assignment: a key named `__proto__` stays a key.
  return Object.fromEntries(entries.map(([name, inner]) => [name, sorted(inner)]));
}
