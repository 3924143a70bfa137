/** The one clock of the functions; flows get it injected. */
export function now(): Date {
  return new Date();
}
