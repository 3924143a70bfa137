import { isObject, type Json } from '../model/json.ts';
import { listOf } from './lists.ts';
import type { Shape } from './names.ts';

/** A value of the payload and where it stands, e.g. `data.services[].price`. */
export interface Found {
  value: Json;
  path: string;
}
/** The fields of one object by the sender's names. */
export type Fields = ReadonlyMap<string, Found>;

export function fieldsOf(value: Json | undefined, path: string): Fields {
  const entries = isObject(value) ? Object.entries(value) : [];
  return new Map(entries.map(([name, inner]) => [name, { value: inner, path: joined(path, name) }]));
}

function joined(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

/** The first of the names whose value says something; else the first that is there at all. */
export function find(fields: Fields, names: readonly string[]): Found | undefined {
  const found = findAll(fields, names);
  return found.find(({ value }) => !isEmpty(value)) ?? found[0];
}

export function findAll(fields: Fields, names: readonly string[]): Found[] {
  return names.flatMap((name) => fields.get(name) ?? []);
}

/** `null` and `""` say nothing, but where the contract lets them clear something. */
export function isEmpty(value: Json): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '');
}

/** Also a list or an object that holds nothing. */
export function isBlank(value: Json): boolean {
  return isEmpty(value) || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
}

/** A part of an object: its own fields, and those that stand flat beside it (`stage_id` is the id of `stage`). */
export function partOf(fields: Fields, names: readonly string[], shape: Shape): Fields {
  const part = new Map<string, Found>();
  // The last set wins: the more telling name after the less telling, what stands inside after what stands flat.
  for (const [flat, inner] of flatNames(names, shape).reverse()) {
    const found = fields.get(flat);
    if (found) part.set(inner, found);
  }
  for (const { value, path } of findAll(fields, names).reverse()) {
    for (const [name, found] of fieldsOf(value, path)) {
      if (!isEmpty(found.value) || !part.has(name)) part.set(name, found);
    }
  }
  return part;
}

/** Flat name → name inside: `client_phone` → `phone`; `utm_source` is flat by itself. */
export function flatNames(names: readonly string[], shape: Shape): [flat: string, inner: string][] {
  const inner = Object.values(shape).flat();
  return names.flatMap((name) =>
    inner.map((field): [string, string] => [field.startsWith(`${name}_`) ? field : `${name}_${field}`, field]),
  );
}

/** The elements of a list; undefined for what is none. */
export function itemsOf({ value, path }: Found): Found[] | undefined {
  return listOf(value)?.map((item) => ({ value: item, path: `${path}[]` }));
}
