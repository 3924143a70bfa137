import type { AccountCall, Reply } from '../../model/acts.ts';
import type { Catalog, CatalogName } from '../../model/catalog.ts';
import type { Account } from '../../model/settings.ts';

export interface ReadCatalogDeps {
  findCatalog: (accountKey: string) => Promise<Catalog>;
}
export interface SaveCatalogDeps {
  /** Answers false for a list that is too large to be kept. */
  saveList: <N extends CatalogName>(accountKey: string, name: N, items: Catalog[N]) => Promise<boolean>;
}

/** One of the lists that the settings page picks from. */
export function readCatalog(
  deps: ReadCatalogDeps,
  name: CatalogName,
): (call: AccountCall<`GET /api/catalog/${CatalogName}`>) => Promise<Reply> {
  return async ({ account }) => ({ ok: { items: (await deps.findCatalog(account.key))[name] } });
}

/** Replaces a list as a whole; no two entries may have one id. */
export function saveCatalog<N extends CatalogName>(
  deps: SaveCatalogDeps,
  name: N,
): (call: { account: Account; body: { items: Catalog[N] } }) => Promise<Reply> {
  return async ({ account, body: { items } }) => {
    const repeated = firstRepeated(items);
    if (repeated >= 0) return { error: 'invalid_request', fields: { [`items.${repeated}.id`]: 'duplicate' } };
    const saved = await deps.saveList(account.key, name, items);
    return saved ? { ok: { items } } : { error: 'too_large' };
  };
}

function firstRepeated(items: readonly { id: string }[]): number {
  const seen = new Set<string>();
  return items.findIndex(({ id }) => seen.size === seen.add(id).size);
}
