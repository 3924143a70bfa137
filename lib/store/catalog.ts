import { isDeepStrictEqual } from 'node:util';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as v from 'valibot';
import type { Failure } from '../model/api.ts';
import {
  catalogSchemas,
  type Catalog,
  type CatalogEntry,
  type CatalogList,
  type CatalogName,
  type StoredList,
} from '../model/catalog.ts';
import { settingsKeys } from '../model/keys.ts';
import { auditLineSchema, type AuditLine } from '../model/settings.ts';
import { changeAudited } from './settings-audit.ts';
import { settingsValue } from './settings-item.ts';
import type { Table } from './table.ts';

/** Bytes of a list that stand as they are; longer ones are deflated. */
const plainBytes = 32 * 1024;
/** An item of DynamoDB has at most 400 KB. */
const mostBytes = 300 * 1024;

const beside = {
  v: v.literal(1),
  lastAudit: v.optional(auditLineSchema),
  /** It was last saved as CoMagic has it. */
  isFilled: v.optional(v.literal(true)),
};
const storedSchema = v.union([
  v.object({ ...beside, items: v.unknown() }),
  v.object({ ...beside, deflated: v.string() }),
]);
type Stored = v.InferOutput<typeof storedSchema>;

/** Who saves, and when. */
interface Saving {
  at: string;
  subject: string;
}

/** The reference lists of an account, each whole in one item. */
export function catalogStore(table: Pick<Table, 'get' | 'putIf'>) {
  async function findList<N extends CatalogName>(accountKey: string, name: N): Promise<StoredList<N>> {
    const { pk, sk } = settingsKeys.catalog(accountKey, name);
    const item = await table.get(pk, sk);
    return listIn(name, item === undefined ? undefined : settingsValue(storedSchema, item));
  }
  /** `next`: what is put in the place of a list; the list itself: nothing is. */
  async function change<N extends CatalogName>(
    accountKey: string,
    name: N,
    saving: Saving,
    next: (before: StoredList<N>) => Pick<StoredList<N>, 'items' | 'isFilled'> | Failure,
  ): Promise<CatalogList<N> | Failure> {
    const place = { key: settingsKeys.catalog(accountKey, name), schema: storedSchema, auditOf: () => accountKey };
    const saved = await changeAudited(table, place, (stored) => {
      const before = listIn(name, stored);
      const list = next(before);
      if ('error' in list) return list;
      if (stored !== undefined && list === before) return { value: stored };
      const body = packed(list);
      if (Buffer.byteLength(JSON.stringify(body)) > mostBytes) return { error: 'too_large' };
      return { value: { ...body, lastAudit: auditLine(before, name, list.items.length, saving) } };
    });
    return 'error' in saved ? saved : listIn(name, saved.value);
  }
  return {
    findList,
    findCatalog: async (accountKey: string): Promise<Catalog> => {
      const [campaigns, sources, sites] = await Promise.all([
        findList(accountKey, 'campaigns'),
        findList(accountKey, 'sources'),
        findList(accountKey, 'sites'),
      ]);
      return { campaigns: campaigns.items, sources: sources.items, sites: sites.items };
    },
    /** Puts a list in the place of that version of it, unless it is too large for an item. */
    saveList: <N extends CatalogName>(
      accountKey: string,
      name: N,
      { items, version }: CatalogList<N>,
      saving: Saving,
    ): Promise<CatalogList<N> | Failure> =>
      change(accountKey, name, saving, (before) =>
        before.version === version ? { items, isFilled: false } : { error: 'version_conflict' },
      ),
    /** Makes of a list what CoMagic has, unless it is that already or too large for an item. */
    fillList: <N extends CatalogName>(
      accountKey: string,
      name: N,
      filled: (before: CatalogEntry[N][]) => CatalogEntry[N][],
      saving: Saving,
    ): Promise<CatalogList<N> | Failure> =>
      change(accountKey, name, saving, (before) => {
        const items = filled(before.items);
        return before.isFilled && isDeepStrictEqual(items, before.items) ? before : { items, isFilled: true };
      }),
  };
}

function listIn<N extends CatalogName>(name: N, stored: Stored | undefined): StoredList<N> {
  const items = v.parse(listSchema(name), unpacked(stored));
  return { items, version: listVersion(stored), isFilled: stored?.isFilled === true };
}

/** Of the audit line, which counts the saves. */
function listVersion(stored: Stored | undefined): number {
  return stored?.lastAudit?.version ?? 0;
}

/** Spelled out, so that the list of one name is known to be its own. */
const listSchemas: { [N in CatalogName]: v.GenericSchema<unknown, CatalogEntry[N][]> } = catalogSchemas;
function listSchema<N extends CatalogName>(name: N): v.GenericSchema<unknown, CatalogEntry[N][]> {
  return listSchemas[name];
}

/** How many entries there were and are: what they say is the catalog's, and up to 300 KB. */
function auditLine<N extends CatalogName>(before: StoredList<N>, name: N, count: number, saving: Saving): AuditLine {
  const version = before.version + 1;
  const changes = { items: { from: before.items.length, to: count } };
  return { v: 1, ...saving, catalog: name, what: 'catalog_saved', version, changes };
}

function packed({ items, isFilled }: Pick<StoredList<CatalogName>, 'items' | 'isFilled'>): Stored {
  const text = JSON.stringify(items);
  const of = { v: 1 as const, ...(isFilled ? { isFilled } : {}) };
  return Buffer.byteLength(text) <= plainBytes
    ? { ...of, items }
    : { ...of, deflated: deflateRawSync(text).toString('base64') };
}

function unpacked(stored: Stored | undefined): unknown {
  if (stored === undefined) return [];
  if ('items' in stored) return stored.items;
  return JSON.parse(inflateRawSync(Buffer.from(stored.deflated, 'base64')).toString('utf8'));
}
