import { ageOf, warmMs } from '../model/age.ts';

const most = 5000;

/** What a process has itself read or written successfully, by key; the one longest unused goes first. */
export interface Warm<T> {
  get: (key: string) => T | undefined;
  set: (key: string, fact: T) => void;
  /** Drops all. */
  forget: () => void;
}

export function warmFacts<T>(now: () => Date): Warm<T> {
  const known = new Map<string, { fact: T; at: number }>();
  return {
    forget: () => {
      known.clear();
    },
    get: (key) => {
      const entry = known.get(key);
      if (entry === undefined) return undefined;
      known.delete(key);
      if (ageOf(entry.at, now().getTime()) > warmMs) return undefined;
      known.set(key, entry);
      return entry.fact;
    },
    set: (key, fact) => {
      known.delete(key);
      known.set(key, { fact, at: now().getTime() });
      const [oldest] = known.keys();
      if (known.size > most && oldest !== undefined) known.delete(oldest);
    },
  };
}
