import type { AccountCall, Reply } from '../../model/acts.ts';
import type { Failure } from '../../model/api.ts';
import type { CatalogList, CatalogName, ShownList, StoredList } from '../../model/catalog.ts';
import type { Account } from '../../model/settings.ts';

export interface ReadCatalogDeps {
  findList: <N extends CatalogName>(accountKey: string, name: N) => Promise<StoredList<N>>;
}
export interface SaveCatalogDeps extends ReadCatalogDeps {
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
): (call: AccountCall<`GET /api/catalog/${CatalogName}`>) => Promise<Reply<ShownList<N>>> {
  return async ({ account }) => {
    const list = await deps.findList(account.key, name);
    const { items, version } = list;
    return { ok: { items, version, isManaged: isManaged(account, list) } };
  };
}

/** Replaces a list as a whole, unless CoMagic fills it or somebody saved it since it was read; no two entries may have one id. */
export function saveCatalog<N extends CatalogName>(
  deps: SaveCatalogDeps,
  name: N,
): (call: SaveCatalog<N>) => Promise<Reply<ShownList<N>>> {
  return async ({ account, caller: { subject }, body }) => {
    if (isManaged(account, await deps.findList(account.key, name))) return { error: 'managed' };
    const repeated = firstRepeated(body.items);
    if (repeated >= 0) return { error: 'invalid_request', fields: { [`items.${repeated}.id`]: 'duplicate' } };
    const saved = await deps.saveList(account.key, name, body, { at: deps.now().toISOString(), subject });
    if ('error' in saved) return saved;
    const { items, version } = saved;
    return { ok: { items, version, isManaged: false } };
  };
}

/** What CoMagic has filled it fills further, as long as the account has a key. */
function isManaged({ connection }: Account, { isFilled }: StoredList<CatalogName>): boolean {
  return isFilled && connection?.keySet === true;
}

function firstRepeated(items: readonly { id: string }[]): number {
  const seen = new Set<string>();
  return items.findIndex(({ id }) => seen.size === seen.add(id).size);
}
