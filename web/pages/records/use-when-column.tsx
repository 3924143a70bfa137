import { useSearch } from 'wouter';
import { useFormat } from '../../parts/format.ts';
import { Link } from '../../parts/link.tsx';
import { useNarrow } from '../../parts/narrow.ts';
import type { Column } from '../../parts/window-table.tsx';
import { recordPath } from './paths.ts';

/** Pixels of a column of dates with their times. */
export const momentWidth = 175;

/** The first column of a list, by which it is sorted: it leads to the record. */
export function useWhenColumn<I extends { id: string }>(
  list: 'requests' | 'deals',
  { id: column, name, at }: { id: string; name: string; at: (item: I) => string },
): Column<I> {
  const format = useFormat();
  const search = useSearch();
  const isNarrow = useNarrow();
  return {
    id: column,
    name,
    width: isNarrow ? 130 : momentWidth,
    show: (item) => (
      <Link to={recordPath(list, item.id, search)} look="bare">
        <time dateTime={at(item)} title={format.moment(at(item))}>
          {isNarrow ? format.brief(at(item)) : format.short(at(item))}
        </time>
      </Link>
    ),
  };
}
