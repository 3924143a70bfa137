/**
 * Runs of one key, one after the other: at most one runs and one waits. Who asks while it waits joins it, for it has not
 * begun to read and will see what the asker has written. So a batch of deliveries about one deal reads and folds its set
 * twice, not ten times against itself.
 */
export function inTurns<A extends unknown[], T>(
  keyOf: (...args: A) => string,
  run: (...args: A) => Promise<T>,
): (...args: A) => Promise<T> {
  const running = new Map<string, Promise<T>>();
  const waiting = new Map<string, Promise<T>>();

  async function start(key: string, args: A): Promise<T> {
    const turn = run(...args);
    running.set(key, turn);
    try {
      return await turn;
    } finally {
      if (running.get(key) === turn) running.delete(key);
    }
  }

  return (...args) => {
    const key = keyOf(...args);
    const current = running.get(key);
    if (current === undefined) return start(key, args);
    const joined = waiting.get(key);
    if (joined !== undefined) return joined;
    const next = () => {
      waiting.delete(key);
      return start(key, args);
    };
    // Whether the one before has failed is nothing to the next.
    const turn = current.then(next, next);
    waiting.set(key, turn);
    return turn;
  };
}
