import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as v from 'valibot';
import { catalogSchemas, type Catalog, type CatalogName } from '../model/catalog.ts';
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
  async function findList<N extends CatalogName>(accountKey: string, name: N): Promise<Catalog[N]> {
    const { pk, sk } = settingsKeys.catalog(accountKey, name);
    const item = await table.get(pk, sk);
    return v.parse(listSchema(name), item === undefined ? [] : unpacked(settingsValue(storedSchema, item)));
  }
  return {
    findList,
    findCatalog: async (accountKey: string): Promise<Catalog> => {
      const [campaigns, sources, sites] = await Promise.all([
        findList(accountKey, 'campaigns'),
        findList(accountKey, 'sources'),
        findList(accountKey, 'sites'),
      ]);
      return { campaigns, sources, sites };
    },
    /** Replaces a list, whoever saved it before; answers false for one that is too large for an item. */
    saveList: async <N extends CatalogName>(
      accountKey: string,
      name: N,
      items: Catalog[N],
      saving: Saving,
    ): Promise<boolean> => {
      const list = packed(items);
      if (Buffer.byteLength(JSON.stringify(list)) > mostBytes) return false;
      const key = settingsKeys.catalog(accountKey, name);
      await changeAudited(table, { key, schema: storedSchema, auditOf: () => accountKey }, (before) => ({
        value: { ...list, lastAudit: auditLine(before, name, items.length, saving) },
      }));
      return true;
    },
  };
}

/** Spelled out, so that the list of one name is known to be its own. */
const listSchemas: { [N in CatalogName]: v.GenericSchema<unknown, Catalog[N]> } = catalogSchemas;
function listSchema<N extends CatalogName>(name: N): v.GenericSchema<unknown, Catalog[N]> {
  return listSchemas[name];
}

/** How many entries there were and are: what they say is the catalog's, and up to 300 KB. */
function auditLine(before: Stored | undefined, name: CatalogName, count: number, saving: Saving): AuditLine {
  const from = before === undefined ? 0 : v.parse(v.array(v.unknown()), unpacked(before)).length;
  const version = (before?.lastAudit?.version ?? 0) + 1;
  return { v: 1, ...saving, catalog: name, what: 'catalog_saved', version, changes: { items: { from, to: count } } };
}

function packed(items: unknown): Stored {
  const text = JSON.stringify(items);
  return Buffer.byteLength(text) <= plainBytes
    ? { v: 1, items }
    : { v: 1, deflated: deflateRawSync(text).toString('base64') };
}

function unpacked(stored: Stored): unknown {
  if ('items' in stored) return stored.items;
  return JSON.parse(inflateRawSync(Buffer.from(stored.deflated, 'base64')).toString('utf8'));
}
