import type { AccountCall, Reply } from '../../model/acts.ts';
import type { Failure } from '../../model/api.ts';
import type { CatalogList, CatalogName } from '../../model/catalog.ts';

export interface ReadCatalogDeps {
  findList: <N extends CatalogName>(accountKey: string, name: N) => Promise<CatalogList<N>>;
}
export interface SaveCatalogDeps {
  /** Puts a list in the place of that version, and answers it as it is then. */
  saveList: <N extends CatalogName>(
    accountKey: string,
    name: N,
    list: CatalogList<N>,
    /** For the audit line. */
    saving: { at: string; subject: string },
  ) => Promise<CatalogList<N> | Failure>;
  now: () => Date;
}

type SaveCatalog<N extends CatalogName> = Omit<AccountCall<`PUT /api/catalog/${CatalogName}`>, 'body'> & {
  body: CatalogList<N>;
};

/** One of the lists that the settings page picks from, with the version that a save of it has to name. */
export function readCatalog<N extends CatalogName>(
  deps: ReadCatalogDeps,
  name: N,
): (call: AccountCall<`GET /api/catalog/${CatalogName}`>) => Promise<Reply<CatalogList<N>>> {
  return async ({ account }) => ({ ok: await deps.findList(account.key, name) });
}

/** Replaces a list as a whole, unless somebody saved it since it was read; no two entries may have one id. */
export function saveCatalog<N extends CatalogName>(
  deps: SaveCatalogDeps,
  name: N,
): (call: SaveCatalog<N>) => Promise<Reply<CatalogList<N>>> {
  return async ({ account, caller: { subject }, body }) => {
    const repeated = firstRepeated(body.items);
    if (repeated >= 0) return { error: 'invalid_request', fields: { [`items.${repeated}.id`]: 'duplicate' } };
    const saved = await deps.saveList(account.key, name, body, { at: deps.now().toISOString(), subject });
    return 'error' in saved ? saved : { ok: saved };
  };
}

function firstRepeated(items: readonly { id: string }[]): number {
  const seen = new Set<string>();
  return items.findIndex(({ id }) => seen.size === seen.add(id).size);
}
