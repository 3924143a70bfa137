/** Milliseconds from one reading of the clock to the next; Infinity when it has jumped back: then nobody knows how old a thing is. */
export function ageOf(then: number, now: number): number {
  return now < then ? Infinity : now - then;
}
