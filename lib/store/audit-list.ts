import type { Page } from '../model/api.ts';
import { settingsKeys } from '../model/keys.ts';
import { auditLineSchema, type AuditLine } from '../model/settings.ts';
import { cursorOf, positionOf, type Position } from './cursor.ts';
import { badCursor, type Paged } from './page.ts';
import { settingsValue } from './settings-item.ts';
import type { Item, Table } from './table.ts';

export interface AuditQuery {
  accountKey: string;
  /** Instants: from (included) to (excluded). */
  from: string;
  to: string;
  order: 'asc' | 'desc';
  limit: number;
  cursor?: string | undefined;
  query: string;
  keep: (line: AuditLine) => boolean;
}

/** Days that one call looks at, and characters of the lines of a page: a line may hold two times all words that are taught. */
const mostDays = 62;
const mostCharacters = 2 * 1024 * 1024;
const dayMs = 86_400_000;

/** Audit lines by time, a day after the other; all lines of a day are read for it. */
export function auditList(table: Pick<Table, 'query'>) {
  return async (asked: AuditQuery): Promise<Paged<AuditLine>> => {
    const start = asked.cursor === undefined ? first : positionOf(asked.cursor, asked.query);
    if (start === undefined) return badCursor;
    const page: Filling = { items: [], characters: 0 };
    for (const [turn, day] of daysOf(asked, start.partition).entries()) {
      if (turn === mostDays) return pageOf(page, asked, { partition: day, sort: '' });
      const lines = await linesOf(table, asked, day, start.partition === day ? start.sort : '');
      const last = filled(page, asked, lines);
      if (last !== undefined) return pageOf(page, asked, { partition: day, sort: last });
    }
    return { items: page.items };
  };
}

const first: Position = { partition: '', sort: '' };

interface Filling {
  items: AuditLine[];
  characters: number;
}

/** Puts lines into a page; answers the last that was looked at when it is full before their end. */
function filled(page: Filling, { limit, keep }: AuditQuery, lines: Line[]): string | undefined {
  for (const [at, { body }] of lines.entries()) {
    if (page.items.length === limit || page.characters > mostCharacters) return lines[at - 1]?.sk ?? '';
    const line = settingsValue(auditLineSchema, body);
    if (!keep(line)) continue;
    page.items.push(line);
    page.characters += JSON.stringify(line).length;
  }
  return undefined;
}

function pageOf({ items }: Filling, { query }: AuditQuery, at: Position): Page<AuditLine> {
  return { items, cursor: cursorOf(at, query) };
}

/** UTC days of the period in the order asked, from one on. */
function daysOf({ from, to, order }: AuditQuery, start: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(from.slice(0, 10)); at < Date.parse(to); at += dayMs) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  if (order === 'asc') return days.filter((day) => day >= start);
  return days.filter((day) => start === '' || day <= start).reverse();
}

interface Line {
  sk: string;
  body: Item;
}

async function linesOf(
  table: Pick<Table, 'query'>,
  { accountKey, from, to, order }: AuditQuery,
  day: string,
  after: string,
): Promise<Line[]> {
  const items = await table.query(settingsKeys.auditsOf(accountKey), day);
  const lines = items.map((body) => ({ sk: body.sk, body })).filter(({ sk }) => sk >= from && sk < to);
  if (order === 'asc') return lines.filter(({ sk }) => sk > after);
  return lines.reverse().filter(({ sk }) => after === '' || sk < after);
}
