/** The names that lead to a value within a value; an empty list is a value itself. */
export type Path = readonly string[];

export function leavesOf(value: unknown, path: Path = []): Path[] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return inner.length === 0 ? [path] : inner.flatMap(([name, one]) => leavesOf(one, [...path, name]));
}

/** The same with another value where a path leads to; unchanged where it leads to none. */
export function changed<T>(value: T, path: Path): T;
export function changed(value: unknown, [name, ...rest]: Path): unknown {
  if (name === undefined) return another(value);
  if (typeof value !== 'object' || value === null || !(name in value)) return value;
  const entries = Object.entries(value).map(([key, one]: [string, unknown]): [string, unknown] => [
    key,
    key === name ? changed(one, rest) : one,
  ]);
  return Array.isArray(value) ? entries.map(([, one]) => one) : Object.fromEntries(entries);
}

function another(value: unknown): unknown {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  if (Array.isArray(value)) return ['another'];
  const text = String(value);
  return /^\d{4}-\d{2}-\d{2}T.*Z$/.test(text) ? new Date(Date.parse(text) + 1000).toISOString() : `${text}+`;
}

/** The paths of values that can be changed in all of these without a change of what is made of them. */
export function silentLeaves<T>(values: readonly T[], made: (value: T) => unknown): string[] {
  const paths = new Map(values.flatMap((value) => leavesOf(value)).map((path) => [path.join('.'), path]));
  const text = (value: T) => JSON.stringify(made(value));
  const isSilent = (path: Path) => values.every((value) => text(changed(value, path)) === text(value));
  return [...paths].flatMap(([name, path]) => (isSilent(path) ? [name] : []));
}

/** Of an object, in their order as texts. */
export function names(list: object): string[] {
  return Object.keys(list).sort();
}
