/** The one clock of the functions; flows get it injected. It may be set, back as well. */
export function now(): Date {
  return new Date();
}

/** Milliseconds since some moment, for durations: nobody sets it. It may stand still while the machine is paused, so that ages want `now`. */
export function monotonic(): number {
  return performance.now();
}
