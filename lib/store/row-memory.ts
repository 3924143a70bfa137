import type { StoredRow } from '../model/event-set.ts';
import type { Item } from './table.ts';

/** Units of text that remembered rows may come from. */
const mostUnits = 2_000_000;

/**
 * Rows as they were read before: a row's revision follows from its content, so that none of the same revision has to be
 * inflated and checked again. The ones longest unused go first. Rows are never changed in place.
 */
export function rowMemory(read: (item: Item) => { row: StoredRow; units: number }): (item: Item) => StoredRow {
  const known = new Map<string, { row: StoredRow; units: number }>();
  let held = 0;
  return (item) => {
    const found = known.get(item.rev) ?? read(item);
    if (known.delete(item.rev)) held -= found.units;
    known.set(item.rev, found);
    held += found.units;
    for (const [rev, { units }] of known) {
      if (held <= mostUnits) break;
      known.delete(rev);
      held -= units;
    }
    return found.row;
  };
}
