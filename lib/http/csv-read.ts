/** Rows of a table; more are not read. */
const mostRows = 5002;

/** The rows of a CSV as objects, by the names of its first row; an empty cell is absent. Separators: `;`, else `,`. */
export function itemsOfCsv(bytes: Buffer): Record<string, string>[] {
  const [names = [], ...rows] = tableOfCsv(bytes, mostRows);
  return rows
    .filter((row) => row.some((cell) => cell !== ''))
    .map((row) =>
      Object.fromEntries(
        names.flatMap((name, at): [string, string][] => {
          const cell = row[at] ?? '';
          return cell === '' ? [] : [[name, cell]];
        }),
      ),
    );
}

/** The rows of a CSV as its cells stand there, trimmed; at most `most` of them. */
export function tableOfCsv(bytes: Buffer, most: number): string[][] {
  const text = textOf(bytes);
  const [head = ''] = text.split('\n', 1);
  return rowsOf(text, head.includes(';') ? ';' : ',', most);
}

/** UTF-8, with or without its mark; else Windows-1251, in which Russian Excel saves. */
function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
}

function rowsOf(text: string, separator: string, most: number): string[][] {
  const rows: string[][] = [];
  let [row, cell, quoted]: [string[], string, boolean] = [[], '', false];
  const endCell = () => {
    row.push(cell.trim());
    cell = '';
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length && rows.length < most; at++) {
    const letter = text.charAt(at);
    if (letter === '"' && quoted && text.charAt(at + 1) === '"') cell += text.charAt(++at);
    else if (letter === '"') quoted = !quoted;
    else if (quoted) cell += letter;
    else if (letter === separator) endCell();
    else if (letter === '\n') endRow();
    else cell += letter;
  }
  if (cell !== '' || row.length > 0) endRow();
  return rows;
}
