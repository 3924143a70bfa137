type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** An object without its undefined fields: what was not said is absent. */
export function present<T extends object>(value: T): Present<T>;
export function present(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined));
}
