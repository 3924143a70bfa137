import { useState } from 'react';
import { mostBytes, readTable, type SheetTable } from './read-table.ts';

/** A table that was read from a file of this name. */
export interface Sheet {
  name: string;
  table: SheetTable;
}

/** The table of the file that was chosen last, or why there is none. */
export function useSheet(words: { tooLarge: string; notRead: string }) {
  const [sheet, setSheet] = useState<Sheet>();
  const [error, setError] = useState<string>();
  const take = async (file: File): Promise<SheetTable | undefined> => {
    const isLarge = file.size > mostBytes;
    const table = isLarge ? undefined : await readTable(file);
    setSheet(table && { name: file.name, table });
    setError(table === undefined ? (isLarge ? words.tooLarge : words.notRead) : undefined);
    return table;
  };
  return { sheet, error, take };
}
