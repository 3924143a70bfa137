import { memo, useCallback, useLayoutEffect, useRef, useState, type MouseEvent, type ReactNode } from 'react';

export interface Column<I> {
  id: string;
  name: string;
  /** Pixels. */
  width: number;
  isNumber?: boolean;
  show: (item: I) => ReactNode;
}

interface WindowTableProps<I> {
  label: string;
  columns: readonly Column<I>[];
  items: readonly I[];
  idOf: (item: I) => string;
  /** Id of the item that stands open beside the table. */
  open?: string | undefined;
  /** The last rows are in sight. */
  onEnd?: (() => void) | undefined;
}

/** Pixels; styles/records.css has the same. */
const rowHeight = 40;
/** Rows that are drawn above and below those in sight; so far one scrolls before others are drawn. */
const beside = 12;
const step = 6;

/** A table of many rows of equal height, of which those in sight are drawn. */
export function WindowTable<I>({ label, columns, items, idOf, open, onEnd }: WindowTableProps<I>) {
  const place = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState({ first: 0, count: 20 });
  const measure = () => {
    const { current: element } = place;
    if (element === null) return;
    const first = Math.floor(element.scrollTop / rowHeight / step) * step;
    const count = Math.ceil(element.clientHeight / rowHeight);
    setSeen((before) => (before.first === first && before.count === count ? before : { first, count }));
    if (first + count + beside >= items.length) onEnd?.();
  };
  // Only rows that came are measured anew: reading sizes while one scrolls lays the page out twice.
  useLayoutEffect(measure, [items.length]);
  const draw = useCallback(
    (at: number) => {
      const item = items[at];
      if (item === undefined) return [];
      return columns.map(({ id, isNumber, show }) => ({ id, isNumber, content: show(item) }));
    },
    [columns, items],
  );
  const start = Math.max(0, Math.min(seen.first, items.length - seen.count) - beside);
  const end = Math.min(items.length, seen.first + seen.count + step + beside);
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  return (
    <div ref={place} className="sheet window" role="region" aria-label={label} tabIndex={0} onScroll={measure}>
      <table className="window-table" aria-label={label} aria-rowcount={items.length + 1} style={{ minWidth: width }}>
        <colgroup>
          {columns.map(({ id, width }) => (
            <col key={id} style={{ width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(({ id, name, isNumber }) => (
              <th key={id} scope="col" title={name} className={isNumber === true ? 'number' : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap rows={start} columns={columns.length} />
          {items.slice(start, end).map((item, at) => (
            <Row key={idOf(item)} at={start + at} draw={draw} isOpen={open !== undefined && idOf(item) === open} />
          ))}
          <Gap rows={items.length - end} columns={columns.length} />
        </tbody>
      </table>
    </div>
  );
}

/** In the place of rows that are not drawn. */
function Gap({ rows, columns }: { rows: number; columns: number }) {
  if (rows <= 0) return null;
  return (
    <tr className="window-gap" aria-hidden="true">
      <td colSpan={columns} style={{ height: rows * rowHeight }} />
    </tr>
  );
}

interface RowProps {
  at: number;
  draw: (at: number) => { id: string; isNumber: boolean | undefined; content: ReactNode }[];
  isOpen: boolean;
}

/** Drawn once, however one scrolls. */
const Row = memo(function Row({ at, draw, isOpen }: RowProps) {
  return (
    <tr aria-rowindex={at + 2} onClick={followLink} {...(isOpen ? { 'aria-current': 'true' as const } : {})}>
      {draw(at).map(({ id, isNumber, content }, place) => {
        const Cell = place === 0 ? 'th' : 'td';
        return (
          <Cell
            key={id}
            className={isNumber === true ? 'number' : undefined}
            {...(place === 0 ? { scope: 'row' as const } : {})}
          >
            {content}
          </Cell>
        );
      })}
    </tr>
  );
});

/** The whole row leads where its link does. A layer over each row for that would be drawn anew with each frame of scrolling. */
function followLink({ target, currentTarget }: MouseEvent<HTMLTableRowElement>): void {
  const isLink = target instanceof Element && target.closest('a') !== null;
  if (!isLink) currentTarget.querySelector('a')?.click();
}
