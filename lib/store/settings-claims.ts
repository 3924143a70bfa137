import * as v from 'valibot';
import { plainSalonId } from '../model/ids.ts';
import { settingsKeys } from '../model/keys.ts';
import { storedSalonSchema, type SalonWrite, type StoredSalon } from '../model/settings.ts';
import { turns } from './converge.ts';
import { settingsItem, settingsValue } from './settings-item.ts';
import type { Item, Table } from './table.ts';

/** Who is to be active with an id of ProfSalon's: the salon as it is to be stored, and the revision that it replaces. */
const claimSchema = v.object({ v: v.literal(1), salon: storedSalonSchema, expectedRev: v.optional(v.string()) });

export interface ClaimDeps {
  table: Pick<Table, 'get' | 'putIf'>;
  listSalons: (accountKey: string) => Promise<StoredSalon[]>;
  /** Puts a salon in the place of a revision, however often it is asked to. */
  putSalon: (salon: StoredSalon, expectedRev: string | undefined) => Promise<SalonWrite>;
}

/** The id with which a salon comes to be active by a write; undefined when it was so before, or is not after it. */
export function idTaken({ isActive, salonId }: StoredSalon, before: StoredSalon | undefined): string | undefined {
  if (!isActive || salonId === undefined) return undefined;
  const id = plainSalonId(salonId);
  return before !== undefined && isActiveWith(id, before) ? undefined : id;
}

/**
 * Puts a salon that comes to be active with an id, unless another of the account is: first its claim in the place of the one
 * that it has read and finished, then itself. docs/adr/0030 says why of any number who do so at once one is stored.
 */
export async function putClaimed(
  { table, listSalons, putSalon }: ClaimDeps,
  salon: StoredSalon,
  expectedRev: string | undefined,
  id: string,
): Promise<SalonWrite> {
  const key = settingsKeys.claim(salon.accountKey, id);
  return turns('the claim of an id', async () => {
    const read = await table.get(key.pk, key.sk);
    await finish(putSalon, read);
    // Not before: whoever was to be active by the claim is so now, or never will be by it.
    const salons = await listSalons(salon.accountKey);
    if (salons.some((other) => other.key !== salon.key && isActiveWith(id, other)))
      return { done: 'already_connected' };
    const claim = settingsItem(key, { v: 1, salon, expectedRev });
    const isPut = await table.putIf(claim, read?.rev);
    return isPut ? { done: await putSalon(salon, expectedRev) } : undefined;
  });
}

async function finish(putSalon: ClaimDeps['putSalon'], read: Item | undefined): Promise<void> {
  if (read === undefined) return;
  const { salon, expectedRev } = settingsValue(claimSchema, read);
  await putSalon(salon, expectedRev);
}

function isActiveWith(id: string, { isActive, salonId }: StoredSalon): boolean {
  return isActive && salonId !== undefined && plainSalonId(salonId) === id;
}
