import { isGiven, numberIn, objectIn, objectsIn, textIn, textsIn, type Given, type Parameters } from './parameters.ts';
import { Refusal } from './refusal.ts';

/** Parameters of a method that lists. */
export const listingParameters = {
  limit: { type: 'number', most: 10_000 },
  offset: { type: 'number', most: 100_000 },
  filter: { type: 'object' },
  fields: { type: 'strings' },
  sort: { type: 'objects' },
} as const satisfies Parameters;

/** What a listing shows; `shown` where `fields` are not named, `filterable` by which it may be filtered. */
export interface Columns {
  all: readonly string[];
  shown?: readonly string[];
  filterable: readonly string[];
}

export function listed(rows: readonly Given[], given: Given, { all, shown = all, filterable }: Columns): Given {
  const fields = given['fields'] === undefined ? shown : textsIn(given, 'fields');
  const odd = fields.find((field) => !all.includes(field));
  if (odd !== undefined) throw new Refusal('unexpected_parameters', `fields.${odd}`);
  const kept = given['filter'] === undefined ? rows : rows.filter(filterOf(objectIn(given, 'filter'), filterable));
  const from = numberIn(given, 'offset') ?? 0;
  const page = kept.slice(from, from + (numberIn(given, 'limit') ?? 1000));
  return {
    data: page.map((row) => Object.fromEntries(fields.map((field) => [field, row[field] ?? null]))),
    metadata: { total_items: kept.length },
  };
}

function filterOf(filter: Given, filterable: readonly string[]): (row: Given) => boolean {
  if (filter['filters'] !== undefined) {
    const parts = objectsIn(filter, 'filters').map((part) => filterOf(part, filterable));
    return filter['condition'] === 'or'
      ? (row) => parts.some((part) => part(row))
      : (row) => parts.every((part) => part(row));
  }
  const field = textIn(filter, 'field');
  if (!filterable.includes(field)) throw new Refusal('filter_prohibited', field);
  const { operator, value } = filter;
  if (operator !== '=') throw new Refusal('invalid_parameter_value', 'filter.operator', operator);
  return (row) => row[field] === value;
}

export function rowsOf(values: Iterable<unknown>): Given[] {
  return [...values].filter(isGiven);
}
