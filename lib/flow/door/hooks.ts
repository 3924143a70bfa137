import { ageOf } from '../../model/age.ts';
import type { FoundHook } from '../../model/delivery.ts';
import { attempt, attemptMs, twice, type Left } from './budget.ts';

export interface HookDeps {
  findHook: (hookKey: string, signal: AbortSignal) => Promise<FoundHook | undefined>;
  log: (line: Record<string, unknown>) => void;
  now: () => Date;
}

/** What a hook key led to at `readAt` (unix ms); unknown keys are remembered too. */
export interface KnownHook {
  found: FoundHook | undefined;
  readAt: number;
}

/** Ages (ms) up to which a read may admit, and may refuse or ignore. */
export const admitsFor = 60_000;
export const refusesFor = 2000;
/** Keys that are remembered; the one longest unused goes first. */
const most = 1000;

/**
 * What a hook key leads to, as read up to `maxAge` ms ago, else as read now; undefined when two attempts failed. Calls
 * that need the same read share it.
 */
export function hookCache({ findHook, log, now }: HookDeps) {
  const known = new Map<string, KnownHook>();
  const reading = new Map<string, Promise<KnownHook>>();

  async function read(hookKey: string): Promise<KnownHook> {
    const readAt = now().getTime();
    const found = await attempt(attemptMs, (signal) => findHook(hookKey, signal));
    return { found, readAt };
  }

  function sharedRead(hookKey: string): Promise<KnownHook> {
    const running = reading.get(hookKey);
    if (running !== undefined) return running;
    const started = read(hookKey).finally(() => reading.delete(hookKey));
    reading.set(hookKey, started);
    return started;
  }

  return async (hookKey: string, maxAge: number, left: Left): Promise<KnownHook | undefined> => {
    const old = known.get(hookKey);
    const fresh = old !== undefined && ageOf(old.readAt, now().getTime()) <= maxAge;
    try {
      const entry = fresh ? old : await twice(left, () => sharedRead(hookKey));
      remember(known, hookKey, entry);
      return entry;
    } catch (error) {
      log({ what: 'settings not read', error: error instanceof Error ? error.name : 'unknown' });
      return undefined;
    }
  };
}

function remember(known: Map<string, KnownHook>, hookKey: string, entry: KnownHook): void {
  known.delete(hookKey);
  known.set(hookKey, entry);
  const [oldest] = known.keys();
  if (known.size > most && oldest !== undefined) known.delete(oldest);
}
