/** Order by code units: the same on every machine, whatever its locale. */
export function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The smallest of texts that are there. */
export function smallest(values: Iterable<string | undefined>): string | undefined {
  let least: string | undefined;
  for (const value of values) {
    if (value !== undefined && (least === undefined || value < least)) least = value;
  }
  return least;
}
