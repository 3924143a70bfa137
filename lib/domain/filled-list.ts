import { mostEntries, type CatalogEntry, type CatalogName } from '../model/catalog.ts';

/** What an entry is that CoMagic has no more: settings and records may still name it. */
const gone: { [N in CatalogName]: (entry: CatalogEntry[N]) => CatalogEntry[N] } = {
  campaigns: (entry) => ({ ...entry, status: 'inactive' }),
  sources: (entry) => ({ ...entry, state: 'removed' }),
  sites: (entry) => ({ ...entry, state: 'disable' }),
};

/**
 * A list as CoMagic has it now, in the order of before. `isWhole`: `there` is all that CoMagic has, so that what is not in it is gone;
 * of what is gone as much is kept as there is room for.
 */
export function filledList<N extends CatalogName>(
  name: N,
  before: readonly CatalogEntry[N][],
  { there, isWhole }: { there: readonly CatalogEntry[N][]; isWhole: boolean },
): CatalogEntry[N][] {
  const now = new Map(there.slice(0, mostEntries).map((entry) => [entry.id, entry]));
  let room = mostEntries - now.size;
  const kept = before.flatMap((entry) => {
    const known = now.get(entry.id);
    if (known === undefined && room-- <= 0) return [];
    return [known ?? (isWhole ? gone[name](entry) : entry)];
  });
  const known = new Set(kept.map(({ id }) => id));
  return [...kept, ...[...now.values()].filter(({ id }) => !known.has(id))];
}
