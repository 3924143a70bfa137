/** An entry of any list of the catalog, as the table edits it. */
export interface Row {
  id: string;
  name: string;
  state: string;
  /** Of campaigns alone; empty: none. */
  siteId: string;
}

/** The one of `known` that is said, else the first. */
export function oneOf<T extends string>(known: readonly [T, ...T[]], said: string): T {
  return known.find((value) => value === said) ?? known[0];
}

/** Row → what is wrong with it, which a save would be refused for; by the place in the list. */
export function repeatedIds(rows: readonly Row[]): Record<string, string> {
  const seen = new Set<string>();
  const faults: Record<string, string> = {};
  for (const [at, { id }] of rows.entries()) {
    if (id !== '' && seen.has(id)) faults[`items.${at}.id`] = 'duplicate';
    seen.add(id);
  }
  return faults;
}

/** My changes of a list on top of what somebody else has saved meanwhile, entry by entry. */
export function mergedRows(was: readonly Row[], yours: readonly Row[], theirs: readonly Row[]): Row[] {
  const before = byId(was);
  const mine = byId(yours);
  const changed = (row: Row | undefined) =>
    row !== undefined && JSON.stringify(row) !== JSON.stringify(before.get(row.id));
  const kept = theirs.flatMap((row) => {
    const own = mine.get(row.id);
    if (own === undefined) return before.has(row.id) ? [] : [row];
    return [changed(own) ? own : row];
  });
  const there = byId(kept);
  const added = yours.filter((row) => !there.has(row.id) && changed(row));
  return [...kept, ...added];
}

function byId(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
