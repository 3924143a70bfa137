type Optional<T> = { [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> };
type Needed<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] };
type Present<T> = Optional<T> & Needed<T>;

/** Every field of a shape by name, the optional ones as a value or `undefined`: one that is forgotten does not compile. */
export type Complete<T> = {
  [K in keyof T]-?: Partial<Record<K, unknown>> extends Pick<T, K> ? T[K] | undefined : T[K];
};

/** The fields that have a value: absent ones are left out rather than `undefined`. */
export function present<T extends object>(fields: T): Present<T>;
export function present(fields: Record<string, unknown>): object {
  const there: Record<string, unknown> = {};
  for (const name of Object.keys(fields)) if (fields[name] !== undefined) there[name] = fields[name];
  return there;
}

/** The same of a shape whose every field is named. */
export function complete<T extends object>(fields: Complete<T>): T;
export function complete(fields: Record<string, unknown>): object {
  return present(fields);
}

/** The same, or undefined when none has a value. */
export function saying<T extends object>(fields: T): Present<T> | undefined {
  return Object.values(fields).some((value) => value !== undefined) ? present(fields) : undefined;
}
