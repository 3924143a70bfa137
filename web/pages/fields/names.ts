import type { Answer } from '../../api/client.ts';

export type FieldMap = Answer<'GET /api/salons/{id}'>['fieldMap'];
export type TaughtAs = FieldMap[string];
type Field = Answer<'GET /api/salons/{id}/fields'>['items'][number];

/** A path and what it is named; `field`: as it was seen, absent of one that was not. */
export interface Row {
  path: string;
  field: Field | undefined;
  taught: TaughtAs | undefined;
}

/** What was seen, the most frequent first, then what is named and was not seen. */
export function rowsOf(fields: readonly Field[], names: FieldMap): Row[] {
  const named = new Map(Object.entries(names));
  const seen = fields.map((field) => ({ path: field.path, field, taught: named.get(field.path) }));
  const paths = new Set(fields.map(({ path }) => path));
  const unseen = [...named].filter(([path]) => !paths.has(path));
  return [...seen, ...unseen.map(([path, taught]) => ({ path, field: undefined, taught }))];
}

/** The same names with another for a path, or none. */
export function withName(names: FieldMap, path: string, as: TaughtAs | undefined): FieldMap {
  const { [path]: _, ...others } = names;
  return as === undefined ? others : { ...others, [path]: as };
}

/** Paths that two maps name differently. */
export function changesIn(before: FieldMap, after: FieldMap): number {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((path) => before[path] !== after[path])
    .length;
}

/** In the place of a name that says who somebody is: such a path cannot be named. */
export function isHidden(path: string): boolean {
  return path.includes('*');
}
