/** Milliseconds from one reading of the clock to the next; Infinity when it has jumped back: then nobody knows how old a thing is. */
export function ageOf(then: number, now: number): number {
  return now < then ? Infinity : now - then;
}

/** Milliseconds for which a process trusts what it has read or written itself, so that an erasure or a restore is seen. */
export const warmMs = 60_000;

/**
 * Milliseconds after which no process acts by what was stored before a save, and what it wrote by it is listed: as long as it trusts
 * what it read, and a minute for reads and writes that were under way, for the index, and for clocks that differ.
 */
export const heardMs = warmMs + 60_000;
