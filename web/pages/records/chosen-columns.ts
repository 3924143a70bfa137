import { useNarrow } from '../../parts/narrow.ts';
import type { Column } from '../../parts/window-table.tsx';

/** The columns that an address names, else the usual ones, in the order of all; the first leads to the record and always stands. */
export function chosenColumns<I>(
  all: readonly Column<I>[],
  usual: readonly string[],
  named: string | undefined,
): Column<I>[] {
  const wanted = named === undefined ? usual : named.split(',');
  return all.filter(({ id }, at) => at === 0 || wanted.includes(id));
}

/** The same in the order in which the window shows them. */
export function useOrder<I>(columns: readonly Column<I>[]): readonly Column<I>[] {
  if (!useNarrow()) return columns;
  const placeOf = (column: Column<I>) => (column === columns[0] ? 0 : column.isEarly === true ? 1 : 2);
  return columns.toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** What an address names for a choice: nothing for the usual ones. */
export function namedColumns(chosen: readonly string[], usual: readonly string[]): string {
  const isUsual = chosen.length === usual.length && usual.every((id) => chosen.includes(id));
  return isUsual ? '' : chosen.join(',');
}
