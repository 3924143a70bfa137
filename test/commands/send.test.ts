import { describe, expect, it } from '@jest/globals';
import { isWhole, reportOf, reportText } from '../../commands/import/report.ts';
import { sendSheet } from '../../commands/import/send.ts';
import type { ImportedRow } from '../../lib/model/import.ts';

const rows = Array.from({ length: 5 }, (_, at) => ({ number: at + 2, cells: [String(at), 'x'.repeat(200_000)] }));
const sheet = { names: ['Номер', 'Зал'], columns: ['bookingId', { custom: 'Зал' }] as const, rows };
const asked = { kind: 'booking', dryRun: false, salon: 'rose', tell: () => undefined } as const;
const accepted: ImportedRow = { state: 'accepted', event: 'e1', warnings: [] };

/** An API of which each call answers so, or fails; two of the rows fit into a call. */
function answering(...answers: (ImportedRow[] | Error)[]) {
  return () => {
    const answer = answers.shift() ?? new Error('There is no further answer.');
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve({ rows: answer });
  };
}

describe('A table of which a call fails', () => {
  it('is reported as far as it was answered, with why and how many rows are left', async () => {
    const refused: ImportedRow = { state: 'refused', reason: 'no_date', column: 0 };
    const api = answering([accepted, refused], new Error('POST /api/salons/rose/import answered 401.'));
    const report = reportOf(sheet.names, 5, await sendSheet(api, { ...sheet, columns: [...sheet.columns] }, asked));
    expect(isWhole(report)).toBe(false);
    expect(reportText(report, false).split('\n')).toEqual([
      '1 rows queued',
      'row 3: no_date (Номер)',
      '3 rows without an answer: POST /api/salons/rose/import answered 401.',
    ]);
  });

  it('keeps what was said of a page whose other rows go again', async () => {
    const api = answering([accepted, { state: 'unavailable', event: 'e2' }], new Error('Nothing answers.'));
    const sent = await sendSheet(api, { ...sheet, columns: [...sheet.columns] }, asked);
    expect(sent).toEqual({ told: [{ number: 2, row: accepted }], failure: 'Nothing answers.' });
  });

  it('says only why when nothing was answered', async () => {
    const api = answering(new Error('Nothing answers.'));
    await expect(sendSheet(api, { ...sheet, columns: [...sheet.columns] }, asked)).rejects.toThrow('Nothing answers.');
  });
});
