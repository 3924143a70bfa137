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

/** The fields of an object, sorted by name, and all of them as one text. */
interface Written {
  names: string[];
  texts: string[];
  /** The texts joined by commas, and where in it each begins; one more for the end. */
  joined: string;
  starts: number[];
}

// An object may lie under many others: it is written once.
const written = new WeakMap<JsonObject, Written>();

/**
 * Canonical JSON of an object laid over another, its names over the other's; of one value alone, its own. Equal to that of the
 * merged object.
 */
export function canonicalLayers(layers: readonly Json[]): string {
  const [under, over] = layers;
  if (under === undefined || over === undefined || !isObject(under) || !isObject(over))
    return canonicalJson(layers.at(-1));
  return `{${laidOver(writtenOf(under), writtenOf(over))}}`;
}

function writtenOf(object: JsonObject): Written {
  const known = written.get(object);
  if (known !== undefined) return known;
  const names = Object.keys(object).sort(byCodeUnit);
  const texts = names.map((name) => `${JSON.stringify(name)}:${canonicalJson(object[name])}`);
  let end = 0;
  const starts = [0, ...texts.map((text) => (end += text.length + 1))];
  const made = { names, texts, joined: texts.join(','), starts };
  written.set(object, made);
  return made;
}

/** The fields of both in the order of their names: runs of the lower ones are taken as they are written. */
function laidOver(under: Written, over: Written): string {
  const pieces: string[] = [];
  let at = 0;
  for (const [place, name] of over.names.entries()) {
    const next = firstAtOrAfter(under.names, name);
    pieces.push(run(under, at, next), over.texts[place] ?? '');
    at = under.names[next] === name ? next + 1 : next;
  }
  pieces.push(run(under, at, under.names.length));
  return pieces.filter((piece) => piece !== '').join(',');
}

function run({ joined, starts }: Written, from: number, to: number): string {
  return from >= to ? '' : joined.slice(starts[from], (starts[to] ?? 0) - 1);
}

function firstAtOrAfter(names: readonly string[], name: string): number {
  let [low, high] = [0, names.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((names[middle] ?? '') < name) low = middle + 1;
    else high = middle;
  }
  return low;
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
