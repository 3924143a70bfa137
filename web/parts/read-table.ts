/** A table as somebody else's program has written it. */
export interface SheetTable {
  head: string[];
  rows: string[][];
  /** Of each row its number in the table, in which the row of names is the first. */
  numbers: number[];
}

/** Bytes of a file, at most. */
export const mostBytes = 20 * 1024 * 1024;

/** The table in a CSV file; undefined when there is none. The file goes nowhere. */
export async function readTable(file: File): Promise<SheetTable | undefined> {
  return tableIn(textOf(await file.arrayBuffer()));
}

/** UTF-8, and else what Russian Excel writes. */
function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
}

const separators = [';', '\t', ','] as const;

/** The first line that is not blank has the names of the columns. */
export function tableIn(text: string): SheetTable | undefined {
  const plain = text.replace(/^\uFEFF/, '');
  const separator = separatorOf(plain.slice(0, Math.max(0, plain.indexOf('\n')) || undefined));
  const lines = linesOf(plain, separator).map((cells, at) => ({ cells, at }));
  const [head, ...rows] = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (head === undefined || rows.length === 0) return undefined;
  return {
    head: head.cells.map((name) => name.trim()),
    rows: rows.map(({ cells }) => cells),
    numbers: rows.map(({ at }) => at - head.at + 1),
  };
}

/** That which the line of names has most of. */
function separatorOf(line: string): string {
  const [first] = separators
    .map((sign) => ({ sign, count: line.split(sign).length }))
    .sort((a, b) => b.count - a.count);
  return first?.sign ?? ';';
}

/** Between quotes all is text, and a quote stands twice. */
function linesOf(text: string, separator: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  let cell = '';
  const endCell = () => {
    line.push(cell);
    cell = '';
  };
  const endLine = () => {
    endCell();
    lines.push(line);
    line = [];
  };
  const endings: Record<string, () => void> = { [separator]: endCell, '\n': endLine, '\r': () => undefined };
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    const end = isQuoted ? undefined : endings[sign];
    if (sign !== '"') {
      if (end === undefined) cell += sign;
      else end();
    } else if (isQuoted && text.charAt(at + 1) === '"') {
      cell += sign;
      at += 1;
    } else isQuoted = !isQuoted;
  }
  if (cell !== '' || line.length > 0) endLine();
  return lines;
}
