import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as v from 'valibot';
import { catalogSchemas, type Catalog, type CatalogName } from '../model/catalog.ts';
import { settingsKeys } from '../model/keys.ts';
import { converge } from './converge.ts';
import { settingsItem, settingsValue } from './settings-item.ts';
import type { Table } from './table.ts';

/** Bytes of a list that stand as they are; longer ones are deflated. */
const plainBytes = 32 * 1024;
/** An item of DynamoDB has at most 400 KB. */
const mostBytes = 300 * 1024;

const storedSchema = v.union([
  v.object({ v: v.literal(1), items: v.unknown() }),
  v.object({ v: v.literal(1), deflated: v.string() }),
]);

/** The reference lists of an account, each whole in one item. */
export function catalogStore(table: Pick<Table, 'get' | 'putIf'>) {
  async function findList<N extends CatalogName>(
    accountKey: string,
    name: N,
  ): Promise<v.InferOutput<(typeof catalogSchemas)[N]>> {
    const schema: (typeof catalogSchemas)[N] = catalogSchemas[name];
    const { pk, sk } = settingsKeys.catalog(accountKey, name);
    const item = await table.get(pk, sk);
    return v.parse(schema, item === undefined ? [] : unpacked(settingsValue(storedSchema, item)));
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
    /** Replaces a list; answers false for one that is too large for an item. */
    saveList: async <N extends CatalogName>(accountKey: string, name: N, items: Catalog[N]): Promise<boolean> => {
      const key = settingsKeys.catalog(accountKey, name);
      const item = settingsItem(key, packed(items));
      if (Buffer.byteLength(JSON.stringify(item)) > mostBytes) return false;
      await converge(table, key, () => item);
      return true;
    },
  };
}

function packed(items: unknown): v.InferInput<typeof storedSchema> {
  const text = JSON.stringify(items);
  return Buffer.byteLength(text) <= plainBytes
    ? { v: 1, items }
    : { v: 1, deflated: deflateRawSync(text).toString('base64') };
}

function unpacked(stored: v.InferOutput<typeof storedSchema>): unknown {
  if ('items' in stored) return stored.items;
  return JSON.parse(inflateRawSync(Buffer.from(stored.deflated, 'base64')).toString('utf8'));
}
