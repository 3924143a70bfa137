import type { ShowConnectionDeps } from './show-connection.ts';

type CountPending = ShowConnectionDeps['countPending'];

/** A count from which on it is large: reading it costs. */
const large = 1000;
/** Milliseconds for which a large count is told again without being taken. */
const restMs = 60_000;
/** Counts that are kept. */
const mostKept = 1000;

/** A page asks each few seconds how much waits: a large count is at most a minute old, a small one is taken each time. */
export function sparingCount(count: CountPending, now: () => Date): CountPending {
  const kept = new Map<string, { counted: number; at: number }>();
  return async (accountKey, kind, most) => {
    const key = `${accountKey} ${kind} ${most}`;
    const at = now().getTime();
    const last = kept.get(key);
    if (last !== undefined && at - last.at < restMs) return last.counted;
    const counted = await count(accountKey, kind, most);
    kept.delete(key);
    if (kept.size >= mostKept) kept.clear();
    if (counted >= large) kept.set(key, { counted, at });
    return counted;
  };
}
