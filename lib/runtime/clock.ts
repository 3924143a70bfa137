/** The one clock of the functions; flows get it injected. */
export function now(): Date {
  return new Date();
}

/** Milliseconds of a clock that never goes back, for durations. */
export function monotonic(): number {
  return performance.now();
}
