import { useRef, useState } from 'react';
import type { Answer, Sent } from '../../api/client.ts';
import { useAct } from '../../parts/cabinet.tsx';
import type { SheetTable } from '../../parts/read-table.ts';
import type { Column, Kind } from './columns.ts';

type Body = NonNullable<Sent<'POST /api/salons/{id}/import'>['body']>;
type Row = Answer<'POST /api/salons/{id}/import'>['rows'][number];
/** What was said of a row; `number`: in the table, in which the row of names is the first. */
export interface Told {
  number: number;
  row: Row;
}
export interface Asked {
  kind: Kind;
  table: SheetTable;
  columns: { place: number; column: Column }[];
  dryRun: boolean;
}
export interface Run {
  dryRun: boolean;
  told: Told[];
  all: number;
  state: 'going' | 'stopped' | 'done' | 'failed';
}

/** Rows of a call, and letters of their cells. */
const page = { rows: 200, letters: 500_000 };

/** Sends a table page by page, and says how far it is. */
export function useImport(salon: string) {
  const act = useAct('POST /api/salons/{id}/import', ['GET /api/events']);
  const [run, setRun] = useState<Run>();
  const current = useRef(0);
  const isStopped = useRef(false);
  const start = async ({ kind, table, columns, dryRun }: Asked) => {
    const turn = ++current.current;
    const pages = pagesOf(table, columns);
    const all = pages.flat().length;
    const told: Told[] = [];
    const say = (state: Run['state']) => {
      if (current.current === turn) setRun({ dryRun, told: [...told], all, state });
    };
    isStopped.current = false;
    const goesOn = () => !isStopped.current;
    say('going');
    for (const rows of pages) {
      if (!goesOn()) {
        say('stopped');
        return;
      }
      const body: Body = {
        kind,
        dryRun,
        columns: columns.map(({ column }) => column),
        rows: rows.map(({ cells }) => cells),
      };
      const answer = await act.mutateAsync({ id: salon, body }).catch(() => undefined);
      if (current.current !== turn) return;
      if (answer === undefined) {
        say('failed');
        return;
      }
      told.push(
        ...rows.flatMap(({ number }, at) => (answer.rows[at] === undefined ? [] : [{ number, row: answer.rows[at] }])),
      );
      say('going');
    }
    say('done');
  };
  return {
    run,
    error: act.error,
    start,
    /** What is under way is still told: it is queued. */
    stop: () => {
      isStopped.current = true;
    },
    reset: () => {
      current.current += 1;
      setRun(undefined);
    },
  };
}

interface Numbered {
  number: number;
  cells: string[];
}

function pagesOf({ rows, numbers }: SheetTable, columns: Asked['columns']): Numbered[][] {
  const pages: Numbered[][] = [];
  let letters = 0;
  for (const [at, row] of rows.entries()) {
    const cells = columns.map(({ place }) => row[place] ?? '');
    if (cells.every((cell) => cell.trim() === '')) continue;
    const more = cells.join('').length;
    const last = pages.at(-1);
    const fits = last !== undefined && last.length < page.rows && letters + more <= page.letters;
    letters = fits ? letters + more : more;
    const numbered = { number: numbers[at] ?? 0, cells };
    if (fits) last.push(numbered);
    else pages.push([numbered]);
  }
  return pages;
}
