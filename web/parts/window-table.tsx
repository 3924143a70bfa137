import { memo, useCallback, useLayoutEffect, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import { flushSync } from 'react-dom';

export interface Column<I> {
  id: string;
  name: string;
  /** Pixels. */
  width: number;
  isNumber?: boolean;
  /** On a narrow window it stands right after the first. */
  isEarly?: boolean;
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
/** Rows that are drawn above and below those in sight, so that few are missing before a scroll has drawn others. */
const beside = 12;

/** A table of many rows of equal height, of which those in sight are drawn. */
export function WindowTable<I>({ label, columns, items, idOf, open, onEnd }: WindowTableProps<I>) {
  const place = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState({ first: 0, count: 20 });
  const measure = () => {
    const { current: element } = place;
    if (element === null) return;
    const first = Math.floor(element.scrollTop / rowHeight);
    const count = Math.ceil(element.clientHeight / rowHeight);
    setSeen((before) => (before.first === first && before.count === count ? before : { first, count }));
    if (first + count + beside >= items.length) onEnd?.();
  };
  // Only rows that came are measured anew: reading sizes while one scrolls lays the page out twice.
  useLayoutEffect(measure, [items.length]);
  // What is drawn later than in the frame of the scroll costs a second frame.
  const scrolled = () => {
    flushSync(measure);
  };
  const draw = useCallback(
    (at: number) => {
      const item = items[at];
      if (item === undefined) return [];
      return columns.map(({ id, isNumber, show }) => ({ id, isNumber, content: show(item) }));
    },
    [columns, items],
  );
  const start = Math.max(0, Math.min(seen.first, items.length - seen.count) - beside);
  const end = Math.min(items.length, seen.first + seen.count + beside);
  // A browser lays the rows of a table out together: these are grids, each laid out alone, with the roles of a table.
  const tracks = columns.map(({ width }) => `minmax(${width}px, ${width}fr)`).join(' ');
  return (
    <div ref={place} className="sheet window" role="region" aria-label={label} tabIndex={0} onScroll={scrolled}>
      <table role="table" className="window-table" aria-label={label} aria-rowcount={items.length + 1}>
        <thead role="rowgroup">
          <tr role="row" aria-rowindex={1} style={{ gridTemplateColumns: tracks }}>
            {columns.map(({ id, name, isNumber }) => (
              <th key={id} role="columnheader" title={name} className={isNumber === true ? 'number' : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" style={{ height: items.length * rowHeight - 1 }}>
          {items.slice(start, end).map((item, at) => (
            <Row
              key={idOf(item)}
              at={start + at}
              draw={draw}
              tracks={tracks}
              isOpen={open !== undefined && idOf(item) === open}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  at: number;
  draw: (at: number) => { id: string; isNumber: boolean | undefined; content: ReactNode }[];
  tracks: string;
  isOpen: boolean;
}

/** Drawn once, however one scrolls. */
const Row = memo(function Row({ at, draw, tracks, isOpen }: RowProps) {
  return (
    <tr
      role="row"
      aria-rowindex={at + 2}
      style={{ top: at * rowHeight, gridTemplateColumns: tracks }}
      onClick={followLink}
      {...(isOpen ? { 'aria-current': 'true' as const } : {})}
    >
      {draw(at).map(({ id, isNumber, content }, place) => {
        const className = isNumber === true ? 'number' : undefined;
        return place === 0 ? (
          <th key={id} role="rowheader" className={className}>
            {content}
          </th>
        ) : (
          <td key={id} role="cell" className={className}>
            {content}
          </td>
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
