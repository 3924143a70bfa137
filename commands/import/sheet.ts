import { readFileSync } from 'node:fs';
import { tableOfCsv } from '../../lib/http/csv-read.ts';
import { importFields, type ImportColumn } from '../../lib/model/import.ts';

/** A row with its number in the table, in which the row of names is the first. */
export interface SheetRow {
  number: number;
  cells: string[];
}
/** What of a table is sent: its columns, under the names that they have there, and of each row their cells. */
export interface Sheet {
  names: string[];
  columns: ImportColumn[];
  rows: SheetRow[];
}

/** Rows that a file may have. */
const mostRows = 200_001;

/** Reads a CSV; `chosen`: the name of a column → what it holds. Throws an Error whose message is a sentence, and names no cell. */
export function readSheet(path: string, chosen: Readonly<Record<string, string>>): Sheet {
  const [head, ...table] = tableOf(path);
  if (head === undefined || table.length === 0) throw new Error(`${path} has no rows.`);
  if (table.length >= mostRows - 1) throw new Error(`${path} has more than ${mostRows - 2} rows: cut it.`);
  const places = placesOf(head, chosen);
  const rows = table
    .map((cells, at) => ({ number: at + 2, cells: places.map(({ place }) => cells[place] ?? '') }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  return { names: places.map(({ name }) => name), columns: places.map(({ column }) => column), rows };
}

function tableOf(path: string): string[][] {
  try {
    return tableOfCsv(readFileSync(path === '-' ? 0 : path), mostRows);
  } catch {
    throw new Error(`${path} cannot be read.`);
  }
}

function placesOf(head: readonly string[], chosen: Readonly<Record<string, string>>) {
  for (const name of Object.keys(chosen)) {
    if (!head.includes(name)) throw new Error(`There is no column “${name}”: the columns are ${head.join(', ')}.`);
  }
  const places = head.flatMap((name, place) => {
    const column = columnOf(name, chosen[name]);
    return column === undefined ? [] : [{ place, name, column }];
  });
  const custom = places.flatMap(({ column }) => (typeof column === 'object' ? [column.custom] : []));
  if (new Set(custom).size < custom.length)
    throw new Error('Two columns of one name cannot both be custom fields: name them apart.');
  if (places.length > 0) return places;
  throw new Error(
    `Say what the columns hold: --column 'NAME=FIELD', once for each.\nThe columns are ${head.join(', ')}.\nA field is \`custom\` or one of ${importFields.join(', ')}.`,
  );
}

/** A column that is called like a field holds it, unless something else is chosen. */
function columnOf(name: string, chosen: string | undefined): ImportColumn | undefined {
  if (chosen === 'custom') return { custom: name };
  const field = importFields.find((one) => one === (chosen ?? name));
  if (field === undefined && chosen !== undefined) throw new Error(`“${chosen}” is no field that a column can hold.`);
  return field;
}
