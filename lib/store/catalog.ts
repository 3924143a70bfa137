import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as v from 'valibot';
import type { Failure } from '../model/api.ts';
import { catalogSchemas, type Catalog, type CatalogList, type CatalogName } from '../model/catalog.ts';
import { settingsKeys } from '../model/keys.ts';
import { auditLineSchema, type AuditLine } from '../model/settings.ts';
import { changeAudited } from './settings-audit.ts';
import { settingsValue } from './settings-item.ts';
import type { Table } from './table.ts';

/** Bytes of a list that stand as they are; longer ones are deflated. */
const plainBytes = 32 * 1024;
/** An item of DynamoDB has at most 400 KB. */
const mostBytes = 300 * 1024;

const audited = { v: v.literal(1), lastAudit: v.optional(auditLineSchema) };
const storedSchema = v.union([
  v.object({ ...audited, items: v.unknown() }),
  v.object({ ...audited, deflated: v.string() }),
]);
type Stored = v.InferOutput<typeof storedSchema>;

/** Who saves, and when. */
interface Saving {
  at: string;
  subject: string;
}

/** The reference lists of an account, each whole in one item. */
export function catalogStore(table: Pick<Table, 'get' | 'putIf'>) {
  async function findList<N extends CatalogName>(accountKey: string, name: N): Promise<CatalogList<N>> {
    const { pk, sk } = settingsKeys.catalog(accountKey, name);
    const item = await table.get(pk, sk);
    const stored = item === undefined ? undefined : settingsValue(storedSchema, item);
    return { items: v.parse(listSchema(name), unpacked(stored)), version: listVersion(stored) };
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
    saveList: async <N extends CatalogName>(
      accountKey: string,
      name: N,
      { items, version }: CatalogList<N>,
      saving: Saving,
    ): Promise<CatalogList<N> | Failure> => {
      const list = packed(items);
      if (Buffer.byteLength(JSON.stringify(list)) > mostBytes) return { error: 'too_large' };
      const place = { key: settingsKeys.catalog(accountKey, name), schema: storedSchema, auditOf: () => accountKey };
      const saved = await changeAudited(table, place, (before) => {
        if (listVersion(before) !== version) return { error: 'version_conflict' };
        return { value: { ...list, lastAudit: auditLine(before, name, items.length, saving) } };
      });
      return 'error' in saved ? saved : { items, version: listVersion(saved.value) };
    },
  };
}

/** Of the audit line, which counts the saves. */
function listVersion(stored: Stored | undefined): number {
  return stored?.lastAudit?.version ?? 0;
}

/** Spelled out, so that the list of one name is known to be its own. */
const listSchemas: { [N in CatalogName]: v.GenericSchema<unknown, Catalog[N]> } = catalogSchemas;
function listSchema<N extends CatalogName>(name: N): v.GenericSchema<unknown, Catalog[N]> {
  return listSchemas[name];
}

/** How many entries there were and are: what they say is the catalog's, and up to 300 KB. */
function auditLine(before: Stored | undefined, name: CatalogName, count: number, saving: Saving): AuditLine {
  const from = v.parse(v.array(v.unknown()), unpacked(before)).length;
  const version = listVersion(before) + 1;
  return { v: 1, ...saving, catalog: name, what: 'catalog_saved', version, changes: { items: { from, to: count } } };
}

function packed(items: unknown): Stored {
  const text = JSON.stringify(items);
  return Buffer.byteLength(text) <= plainBytes
    ? { v: 1, items }
    : { v: 1, deflated: deflateRawSync(text).toString('base64') };
}

function unpacked(stored: Stored | undefined): unknown {
  if (stored === undefined) return [];
  if ('items' in stored) return stored.items;
  return JSON.parse(inflateRawSync(Buffer.from(stored.deflated, 'base64')).toString('utf8'));
}
