import { TryAgain } from '../model/try-again.ts';
import type { Item, Table } from './table.ts';

/** Far more than workers that meet at one key can need: each lost turn is another's progress. */
const mostTurns = 50;

/**
 * Compare-and-swap: `turn` reads, decides and writes on condition that what it read is still stored; it answers undefined when
 * it lost to another, and is asked again. Throws `TryAgain` when it never wins.
 */
export async function turns<T>(what: string, turn: () => Promise<{ done: T } | undefined>): Promise<T> {
  for (let count = 0; count < mostTurns; count++) {
    const settled = await turn();
    if (settled !== undefined) return settled.done;
  }
  throw new TryAgain(`${what} changes too often`);
}

/**
 * Brings one item to what `next` makes of the stored one, whoever else writes it; `next` answers undefined when there is
 * nothing to write; so does an item of the same revision. Answers the item that is stored then.
 */
export function converge(
  table: Pick<Table, 'get' | 'putIf'>,
  key: { pk: string; sk: string },
  next: (stored: Item | undefined) => Item | undefined,
): Promise<Item | undefined> {
  return turns('an item', async () => {
    const stored = await table.get(key.pk, key.sk);
    const item = next(stored);
    if (item === undefined || item.rev === stored?.rev) return { done: stored };
    return (await table.putIf(item, stored?.rev)) ? { done: item } : undefined;
  });
}
