import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readSheet } from '../../commands/import/sheet.ts';

function fileOf(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'sheet-')), 'table.csv');
  writeFileSync(path, text);
  return path;
}

describe('A table that is imported', () => {
  it('is sent with the columns that were chosen, under their names', () => {
    const chosen = { Номер: 'bookingId', Зал: 'custom' };
    expect(readSheet(fileOf('Номер;Зал;Прочее\n1;Большой;x\n;;\n'), chosen)).toEqual({
      names: ['Номер', 'Зал'],
      columns: ['bookingId', { custom: 'Зал' }],
      rows: [{ number: 2, cells: ['1', 'Большой'] }],
    });
  });

  it('has no two custom fields of one name', () => {
    const path = fileOf('Номер;Зал;Зал\n1;Большой;Малый\n');
    expect(() => readSheet(path, { Номер: 'bookingId', Зал: 'custom' })).toThrow('name them apart');
  });
});
