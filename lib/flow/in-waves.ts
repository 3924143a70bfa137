/** Calls of a database under way at a time. */
const wave = 25;

/** What `run` makes of each of many, some at a time, in their order. */
export async function inWaves<T, R>(many: readonly T[], run: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (let at = 0; at < many.length; at += wave) {
    done.push(...(await Promise.all(many.slice(at, at + wave).map((one) => run(one)))));
  }
  return done;
}
