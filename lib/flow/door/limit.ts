import { ageOf } from '../../model/age.ts';
import type { RefusedReason } from '../../model/reasons.ts';

/** A minute, in which one refusal line of each key and reason is enough. */
const quietMs = 60_000;
/** Pairs of key and reason that are remembered; the oldest goes first. */
const most = 1000;

/** Says whether a refusal should be told to the journal; `forget` when it could not be. */
export function refusalLimit(now: () => Date) {
  const told = new Map<string, number>();
  const nameOf = (hookKey: string, reason: RefusedReason) => `${hookKey} ${reason}`;
  return {
    tells: (hookKey: string, reason: RefusedReason): boolean => {
      const name = nameOf(hookKey, reason);
      const at = now().getTime();
      const last = told.get(name);
      if (last !== undefined && ageOf(last, at) < quietMs) return false;
      told.delete(name);
      told.set(name, at);
      const [oldest] = told.keys();
      if (told.size > most && oldest !== undefined) told.delete(oldest);
      return true;
    },
    forget: (hookKey: string, reason: RefusedReason): void => {
      told.delete(nameOf(hookKey, reason));
    },
  };
}
