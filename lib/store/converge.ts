import { TryAgain } from '../model/try-again.ts';
import type { Item, Table } from './table.ts';

/** Far more than workers that meet at one key can need: each lost turn is another's progress. */
export const mostTurns = 50;

/**
 * Brings one item to what `next` makes of the stored one, whoever else writes it: read, decide, write on condition that
 * the revision read is still stored, else again. `next` answers undefined when there is nothing to write; so does an
 * item of the same revision. Throws `TryAgain` when it never gets its turn.
 */
export async function converge(
  table: Pick<Table, 'get' | 'putIf'>,
  key: { pk: string; sk: string },
  next: (stored: Item | undefined) => Item | undefined,
): Promise<void> {
  for (let turn = 0; turn < mostTurns; turn++) {
    const stored = await table.get(key.pk, key.sk);
    const item = next(stored);
    if (item === undefined || item.rev === stored?.rev) return;
    if (await table.putIf(item, stored?.rev)) return;
  }
  throw new TryAgain('an item changes too often');
}
