import * as v from 'valibot';
import { canonicalJson } from '../model/json.ts';
import { settingsKeys } from '../model/keys.ts';
import { storedSalonSchema, type Hook, type SalonWrite, type StoredSalon } from '../model/settings.ts';
import { keySchema } from '../model/words.ts';
import { cursorOf, positionOf } from './cursor.ts';
import { badCursor, type Paged } from './page.ts';
import { idTaken, putClaimed } from './settings-claims.ts';
import { putAudit } from './settings-audit.ts';
import { settingsItem, settingsValue } from './settings-item.ts';
import type { Item, Table } from './table.ts';

type Access = Pick<Table, 'get' | 'query' | 'putIf'>;

interface PageOfSalons {
  /** Whether those that were deleted are asked for, or the others. */
  deleted: boolean;
  limit: number;
  cursor?: string | undefined;
  /** What tells the query from all others that give cursors. */
  query: string;
}
/** What stands for a partition in cursors of this list. */
const listName = 'salons';

/** Salons with their hook keys and audit lines. There are no transactions: the order of the writes keeps what matters. */
export function salonStore(table: Access) {
  async function everySalon(accountKey: string): Promise<StoredSalon[]> {
    const { pk, sk } = settingsKeys.salon(accountKey, '');
    return (await table.query(pk, sk)).map(salonOf);
  }
  const salonsOf = async (accountKey: string, deleted: boolean) =>
    (await everySalon(accountKey)).filter(({ deletedAt }) => (deletedAt !== undefined) === deleted);
  const listSalons = (accountKey: string) => salonsOf(accountKey, false);
  async function findAnySalon(accountKey: string, salonKey: string): Promise<StoredSalon | undefined> {
    // The key may be whatever a path says.
    if (!v.is(keySchema, salonKey)) return undefined;
    const { pk, sk } = settingsKeys.salon(accountKey, salonKey);
    const item = await table.get(pk, sk);
    return item === undefined ? undefined : salonOf(item);
  }
  const putSalon = (salon: StoredSalon, expectedRev: string | undefined) => put(table, salon, expectedRev);
  async function write(salon: StoredSalon, before: StoredSalon | undefined): Promise<SalonWrite> {
    const expectedRev = before && revOf(before);
    const id = idTaken(salon, before);
    if (id === undefined) return putSalon(salon, expectedRev);
    return putClaimed({ table, listSalons, putSalon }, salon, expectedRev, id);
  }
  return {
    listSalons,
    /** Those that were deleted, too. */
    everySalon,
    /** In the order in which they were connected. All are read for it: keys of salons do not sort by time, and they are not many. */
    pageOfSalons: async (
      accountKey: string,
      { deleted, limit, cursor, query }: PageOfSalons,
    ): Promise<Paged<StoredSalon>> => {
      const start = cursor === undefined ? { partition: listName, sort: '' } : positionOf(cursor, query);
      if (start?.partition !== listName) return badCursor;
      const inOrder = (await salonsOf(accountKey, deleted)).sort((one, other) =>
        placeOf(one) < placeOf(other) ? -1 : 1,
      );
      const rest = inOrder.filter((salon) => placeOf(salon) > start.sort);
      const items = rest.slice(0, limit);
      const last = items.at(-1);
      if (last === undefined || rest.length <= limit) return { items };
      return { items, cursor: cursorOf({ partition: listName, sort: placeOf(last) }, query) };
    },
    findSalon: async (accountKey: string, salonKey: string): Promise<StoredSalon | undefined> => {
      const salon = await findAnySalon(accountKey, salonKey);
      return salon?.deletedAt === undefined ? salon : undefined;
    },
    /** Also one that was deleted. */
    findAnySalon,
    /** The hook keys come first: one that leads nowhere does no harm. */
    addSalon: async (salon: StoredSalon): Promise<SalonWrite> => {
      if (isTooLarge(salon)) return 'too_large';
      for (const { key, endsAt } of salon.hookKeys) await putHook(table, salon, key, endsAt);
      return write(salon, undefined);
    },
    /**
     * In the place of `before`, if that is still what is stored. The line of the save before is put again, in case it was lost;
     * a new hook key comes first.
     */
    saveSalon: async (salon: StoredSalon, before: StoredSalon): Promise<SalonWrite> => {
      if (isTooLarge(salon)) return 'too_large';
      const known = new Set(before.hookKeys.map(({ key }) => key));
      for (const { key } of salon.hookKeys) if (!known.has(key)) await putHook(table, salon, key, undefined);
      await putAudit(table, before.accountKey, before.lastAudit);
      return write(salon, before);
    },
  };
}

function placeOf({ createdAt, key }: StoredSalon): string {
  return `${createdAt}#${key}`;
}

/** The very same salon may have been put by who found its claim. */
async function put(table: Access, salon: StoredSalon, expectedRev: string | undefined): Promise<SalonWrite> {
  const isPut = (await table.putIf(salonItem(salon), expectedRev)) || (await isStored(table, salon));
  if (!isPut) return 'version_conflict';
  await putAudit(table, salon.accountKey, salon.lastAudit);
  return 'saved';
}

async function isStored(table: Access, salon: StoredSalon): Promise<boolean> {
  const { pk, sk } = settingsKeys.salon(salon.accountKey, salon.key);
  const item = await table.get(pk, sk);
  return item !== undefined && canonicalJson(salonOf(item)) === canonicalJson(salon);
}

/** An item of DynamoDB has at most 400 KB; every word taught, of the longest, in one save would be more. */
function isTooLarge(salon: StoredSalon): boolean {
  return Buffer.byteLength(JSON.stringify(salon)) > 390 * 1024;
}

/** The version is the revision: of two saves of one version, the second fails. */
function revOf(salon: StoredSalon): string {
  return String(salon.version);
}

function salonItem(salon: StoredSalon): Item {
  return settingsItem(settingsKeys.salon(salon.accountKey, salon.key), salon, revOf(salon));
}

function salonOf(item: Item): StoredSalon {
  return settingsValue(storedSalonSchema, item);
}

async function putHook(table: Access, salon: StoredSalon, hookKey: string, endsAt: string | undefined): Promise<void> {
  const hook: Hook = { v: 1, accountKey: salon.accountKey, salonKey: salon.key };
  await table.putIf(
    settingsItem(settingsKeys.hook(hookKey), endsAt === undefined ? hook : { ...hook, endsAt }),
    undefined,
  );
}
