import type { Erasure } from '../model/erasure.ts';
import type { SetContents, StoredRow } from '../model/event-set.ts';

/** All rows of a set: those that belong to it and those that do not any more. */
export function allRows({ rows, emptied = [] }: SetContents): StoredRow[] {
  return [...rows, ...emptied];
}

/** Whether an erasure is about whom rows speak of: by what they can be found by (`told`), or by what it has wiped of them. */
export function concerns({ number, traits }: Erasure, rows: StoredRow[], told: string[]): boolean {
  return rows.some(({ wiped }) => wiped?.includes(number) === true) || told.some((trait) => traits.includes(trait));
}

/** Ids of the events of which a delivery was received before the erasure's instant, or is wiped by it. */
export function eventsBefore({ number, instant }: Erasure, rows: StoredRow[]): Set<string> {
  const old = rows.filter((row) => row.receivedAt < instant || row.wiped?.includes(number) === true);
  return new Set(old.map(({ eventId }) => eventId));
}
