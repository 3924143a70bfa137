import * as v from 'valibot';

const rowSchema = v.record(v.string(), v.unknown());
const listSchema = v.object({ items: v.array(rowSchema) });
const widest = 40;

/** An answer as a table: a list by its columns, one thing as its fields. */
export function tableOf(answer: unknown): string {
  const list = v.safeParse(listSchema, answer);
  if (!list.success)
    return laidOut(Object.entries(v.parse(rowSchema, answer)).map(([name, value]) => [name, textOf(value)]));
  const { items } = list.output;
  const names = [...new Set(items.flatMap((item) => Object.keys(item)))];
  if (names.length === 0) return 'Nothing.';
  return laidOut([names, ...items.map((item) => names.map((name) => short(textOf(item[name]))))]);
}

function textOf(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function short(text: string): string {
  return text.length > widest ? `${text.slice(0, widest - 1)}…` : text;
}

/** Rows of cells under one another. */
export function laidOut(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
