import * as v from 'valibot';
import type { Reply } from '../model/acts.ts';
import { csvOf } from './csv.ts';
import { noStore, type HttpAnswer } from './json-answer.ts';

/** Rows, and characters, of one answer, and pages that are read for it; the rest follows by the cursor. */
const most = { rows: 5000, characters: 4 * 1024 * 1024, pages: 25, page: 500 } as const;

const pageSchema = v.object({ items: v.array(v.unknown()), cursor: v.optional(v.string()) });

export interface Table {
  /** Of an item. */
  schema: unknown;
  timezone: string;
  cursor: string | undefined;
  /** A page of the list. */
  read: (paging: Record<string, string>) => Promise<Reply<unknown>>;
}

/** As many pages of a list as one answer holds, as CSV; a failure as it is. */
export async function csvPages({ schema, timezone, cursor, read }: Table): Promise<HttpAnswer | Reply<unknown>> {
  const rows: unknown[] = [];
  let [characters, next] = [0, cursor];
  for (let turn = 0; turn < most.pages && rows.length < most.rows && characters < most.characters; turn++) {
    const reply = await read({ limit: String(most.page), ...(next === undefined ? {} : { cursor: next }) });
    if (!('ok' in reply)) return reply;
    const page = v.parse(pageSchema, reply.ok);
    rows.push(...page.items);
    characters += JSON.stringify(page.items).length;
    next = page.cursor;
    if (next === undefined) break;
  }
  return csvAnswer(csvOf(schema, rows, timezone), next);
}

function csvAnswer(body: string, next: string | undefined): HttpAnswer {
  const headers = { ...noStore, 'content-type': 'text/csv; charset=utf-8', 'x-content-type-options': 'nosniff' };
  return { statusCode: 200, headers: next === undefined ? headers : { ...headers, 'x-next-cursor': next }, body };
}

export const csvWord = /(?:^|[,\s])text\/csv(?:[;,\s]|$)/i;

/** Whether a caller wants a table. */
export function wantsCsv(accept: string | undefined): boolean {
  return accept !== undefined && accept.length < 1000 && csvWord.test(accept);
}

export const csvType = /^\s*text\/csv\s*(?:;|$)/i;

/** Whether a body is a table. */
export function isCsv(contentType: string | undefined): boolean {
  return contentType !== undefined && contentType.length < 1000 && csvType.test(contentType);
}
