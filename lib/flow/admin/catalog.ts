import type { AccountCall, Reply } from '../../model/acts.ts';
import type { CatalogAnswer } from '../../model/api-settings.ts';
import type { Catalog, CatalogName } from '../../model/catalog.ts';

export interface ReadCatalogDeps {
  findList: <N extends CatalogName>(accountKey: string, name: N) => Promise<Catalog[N]>;
}
export interface SaveCatalogDeps {
  /** Answers false for a list that is too large to be kept. */
  saveList: <N extends CatalogName>(
    accountKey: string,
    name: N,
    items: Catalog[N],
    /** For the audit line. */
    saving: { at: string; subject: string },
  ) => Promise<boolean>;
  now: () => Date;
}

type SaveCatalog<N extends CatalogName> = Omit<AccountCall<`PUT /api/catalog/${CatalogName}`>, 'body'> & {
  body: { items: Catalog[N] };
};

/** One of the lists that the settings page picks from. */
export function readCatalog<N extends CatalogName>(
  deps: ReadCatalogDeps,
  name: N,
): (call: AccountCall<`GET /api/catalog/${CatalogName}`>) => Promise<Reply<CatalogAnswer<N>>> {
  return async ({ account }) => ({ ok: { items: await deps.findList(account.key, name) } });
}

/** Replaces a list as a whole; no two entries may have one id. */
export function saveCatalog<N extends CatalogName>(
  deps: SaveCatalogDeps,
  name: N,
): (call: SaveCatalog<N>) => Promise<Reply<CatalogAnswer<N>>> {
  return async ({ account, caller: { subject }, body: { items } }) => {
    const repeated = firstRepeated(items);
    if (repeated >= 0) return { error: 'invalid_request', fields: { [`items.${repeated}.id`]: 'duplicate' } };
    const saved = await deps.saveList(account.key, name, items, { at: deps.now().toISOString(), subject });
    return saved ? { ok: { items } } : { error: 'too_large' };
  };
}

function firstRepeated(items: readonly { id: string }[]): number {
  const seen = new Set<string>();
  return items.findIndex(({ id }) => seen.size === seen.add(id).size);
}
