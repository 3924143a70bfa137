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

/** Letters of the cells of one call; those of a row that has more go alone. */
const mostLetters = 500_000;
/** How often rows are sent that the queue did not take, and after how long. */
const tries = 5;
const pauseMs = 2000;

/** Sends a table page by page; rows that the queue did not take go again. */
export async function sendSheet(api: Api, { columns, rows }: Sheet, asked: Asked): Promise<Told[]> {
  const told: Told[] = [];
  for (const page of pagesOf(rows)) {
    told.push(...(await sendPage(api, columns, page, asked)));
    asked.tell(`${told.length} of ${rows.length} rows`);
  }
  return told;
}

async function sendPage(api: Api, columns: Sheet['columns'], page: SheetRow[], asked: Asked): Promise<Told[]> {
  const { kind, dryRun, salon } = asked;
  const path = `/api/salons/${encodeURIComponent(salon)}/import`;
  const done = new Map<number, Told>();
  let left = page;
  for (let turn = 0; turn < tries && left.length > 0; turn++) {
    if (turn > 0) await sleep(pauseMs);
    const body = { kind, dryRun, columns, rows: left.map(({ cells }) => cells) };
    const answer = v.parse(importAnswerSchema, await api('POST', path, body));
    for (const [at, { number }] of left.entries()) {
      const row = answer.rows[at];
      if (row !== undefined) done.set(number, { number, row });
    }
    left = left.filter(({ number }) => done.get(number)?.row.state === 'unavailable');
  }
  return page.flatMap(({ number }) => done.get(number) ?? []);
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
