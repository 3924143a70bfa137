import { TryAgain } from '../../model/try-again.ts';

/** Milliseconds of a delivery's calls together, and of one attempt of one call: a 503 within 2 s rather than silence. */
export const deliveryMs = 1800;
export const attemptMs = 1000;
/** What a call may take to notice that it was aborted, before it is given up. */
const graceMs = 50;

/** Milliseconds that are left. */
export type Left = () => number;

/** One attempt of a call. Throws when it fails, or when it does not end in `ms`, whether or not it heeds the signal. */
export async function attempt<T>(ms: number, call: (signal: AbortSignal) => Promise<T>): Promise<T> {
  if (ms <= 0) throw new TryAgain('No time is left.');
  const abort = new AbortController();
  const late = Promise.withResolvers<never>();
  const timers = [
    setTimeout(() => {
      abort.abort();
    }, ms),
    setTimeout(() => {
      late.reject(new TryAgain('The call took too long.'));
    }, ms + graceMs),
  ];
  try {
    return await Promise.race([call(abort.signal), late.promise]);
  } finally {
    timers.forEach(clearTimeout);
  }
}

/** Two attempts of a call, each in what `left` says then; throws what the second threw. */
export async function twice<T>(left: Left, call: (signal: AbortSignal) => Promise<T>): Promise<T> {
  try {
    return await attempt(left(), call);
  } catch {
    return await attempt(left(), call);
  }
}
