import * as v from 'valibot';
import { zoneOf } from '../model/time-zone.ts';
import { instantForm, moneySchema } from '../model/words.ts';

/** A column of a table: the names that lead to its value, and whether that is a sum in kopecks. */
interface Column {
  path: readonly string[];
  isMoney: boolean;
}

const partsSchema = v.looseObject({
  type: v.string(),
  entries: v.optional(v.record(v.string(), v.unknown())),
  wrapped: v.optional(v.unknown()),
  options: v.optional(v.array(v.unknown())),
});

/** The columns of a list, from the schema of its items: a part of a part is a column of its own. */
export function columnsOf(schema: unknown, path: readonly string[] = []): Column[] {
  if (schema === moneySchema) return [{ path, isMoney: true }];
  const read = v.safeParse(partsSchema, schema);
  const { entries, wrapped, options = [] } = read.success ? read.output : {};
  if (wrapped !== undefined) return columnsOf(wrapped, path);
  if (entries !== undefined)
    return Object.entries(entries).flatMap(([name, inner]) => columnsOf(inner, [...path, name]));
  const inner = options.flatMap((option) => (typeof option === 'object' ? columnsOf(option, path) : []));
  return inner.some((column) => column.path.length > path.length) ? distinct(inner) : [{ path, isMoney: false }];
}

function distinct(columns: Column[]): Column[] {
  return [...new Map(columns.map((column) => [column.path.join('.'), column])).values()];
}

/** Byte order mark, by which Excel knows UTF-8. */
const mark = '\uFEFF';
const lineEnd = '\r\n';

/** A table for Russian Excel: semicolons, CRLF, decimal commas, times by the clocks of a zone. */
export function csvOf(schema: unknown, items: readonly unknown[], timezone: string): string {
  const columns = columnsOf(schema);
  const head = columns.map(({ path }) => cell(path.join('.')));
  const rows = items.map((item) => columns.map((column) => cell(textOf(item, column, timezone))));
  return mark + [head, ...rows].map((row) => row.join(';') + lineEnd).join('');
}

function textOf(item: unknown, { path, isMoney }: Column, timezone: string): string {
  let value = item;
  for (const name of path) value = partOf(value, name);
  if (isMoney && typeof value === 'number') return (value / 100).toFixed(2).replace('.', ',');
  return shown(value, timezone);
}

function partOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** The elements of a list with commas between them, the fields of each with blanks. */
function shown(value: unknown, timezone: string): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  if (typeof value === 'string') return instantForm.test(value) ? local(value, timezone) : value;
  if (Array.isArray(value)) return value.map((one) => shown(one, timezone)).join(', ');
  if (typeof value !== 'object') return JSON.stringify(value);
  return Object.values(value)
    .map((one) => shown(one, timezone))
    .join(' ');
}

function local(instant: string, timezone: string): string {
  const at = Date.parse(instant);
  const offset = zoneOf(timezone)?.offsetAt(at) ?? 0;
  return new Date(at + offset).toISOString().slice(0, 19).replace('T', ' ');
}

/** What a sheet takes for a formula, or for the end of a cell. */
export const runs = /^[=+\-@\t\r\n]/;
export const numeric = /^[+-]?[\d\s.,]+$/;
export const wantsQuotes = /[";\r\n]/;

function cell(text: string): string {
  const safe = runs.test(text) && !numeric.test(text) ? `'${text}` : text;
  return wantsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
