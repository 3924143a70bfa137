import { setTimeout as sleep } from 'node:timers/promises';
import * as v from 'valibot';
import { importAnswerSchema, mostImported, type Import, type ImportedRow } from '../../lib/model/import.ts';
import type { Api } from '../api/client.ts';
import type { Sheet, SheetRow } from './sheet.ts';

export interface Asked extends Pick<Import, 'kind' | 'dryRun'> {
  salon: string;
  /** Takes how far it is. */
  tell: (line: string) => void;
}
/** What was said of a row of the table. */
export interface Told {
  number: number;
  row: ImportedRow;
}

/** What was said of the rows up to the call that failed, if one did. */
export interface Sent {
  told: Told[];
  failure?: string;
}

/** Letters of the cells of one call; those of a row that has more go alone. */
const mostLetters = 500_000;
/** How often rows are sent that the queue did not take, and after how long. */
const tries = 5;
const pauseMs = 2000;

/** Sends a table page by page. A call that fails ends it: what was said before is told. Throws when nothing was. */
export async function sendSheet(api: Api, { columns, rows }: Sheet, asked: Asked): Promise<Sent> {
  const told: Told[] = [];
  try {
    for (const page of pagesOf(rows)) {
      await sendPage(api, { columns, rows: page }, asked, (said) => told.push(...said));
      asked.tell(`${told.length} of ${rows.length} rows`);
    }
  } catch (error) {
    if (told.length === 0) throw error;
    return { told, failure: error instanceof Error ? error.message : 'A call failed.' };
  }
  return { told };
}

/** Rows that the queue did not take go again; `tell` takes what was said of a row last. */
async function sendPage(
  api: Api,
  { columns, rows }: Pick<Sheet, 'columns' | 'rows'>,
  { kind, dryRun, salon }: Asked,
  tell: (said: Told[]) => void,
): Promise<void> {
  const path = `/api/salons/${encodeURIComponent(salon)}/import`;
  let left = rows;
  for (let turn = 1; left.length > 0; turn++) {
    if (turn > 1) await sleep(pauseMs);
    const body = { kind, dryRun, columns, rows: left.map(({ cells }) => cells) };
    const answer = v.parse(importAnswerSchema, await api('POST', path, body));
    const said = left.flatMap(({ number }, at) => {
      const row = answer.rows[at];
      return row === undefined ? [] : [{ number, row }];
    });
    const isLast = turn === tries;
    tell(said.filter(({ row }) => isLast || row.state !== 'unavailable'));
    if (isLast) return;
    const again = new Set(said.filter(({ row }) => row.state === 'unavailable').map(({ number }) => number));
    left = left.filter(({ number }) => again.has(number));
  }
}

function pagesOf(rows: readonly SheetRow[]): SheetRow[][] {
  const pages: SheetRow[][] = [];
  let letters = 0;
  for (const row of rows) {
    const more = row.cells.reduce((sum, cell) => sum + cell.length, 0);
    const last = pages.at(-1);
    const fits = last !== undefined && last.length < mostImported.rows && letters + more <= mostLetters;
    letters = fits ? letters + more : more;
    if (fits) last.push(row);
    else pages.push([row]);
  }
  return pages;
}
