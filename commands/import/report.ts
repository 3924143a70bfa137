import type { Sent } from './send.ts';

interface NotTaken {
  /** Of the row in the table, in which the row of names is the first. */
  row: number;
  reason: string;
  /** The name of the column at fault. */
  column?: string;
}

/** What became of a table; of a row that was not taken its number, why, and the column: never a cell. */
export interface Report {
  accepted: number;
  /** Kept in the journal alone, by reason. */
  ignored: Record<string, number>;
  refused: NotTaken[];
  /** Rows whose queue did not answer in time: import the file again. */
  unavailable: number[];
  /** Rows that no answer speaks of, since a call failed: import the file again. */
  unsent: number;
  /** Why the call failed. */
  failure?: string;
  /** What the reader could not use of rows that were accepted. */
  warned: { row: number; warnings: string[] }[];
}

/** `all`: rows of the table. */
export function reportOf(names: readonly string[], all: number, { told, failure }: Sent): Report {
  const report: Report = {
    accepted: 0,
    ignored: {},
    refused: [],
    unavailable: [],
    unsent: all - told.length,
    warned: [],
  };
  if (failure !== undefined) report.failure = failure;
  for (const { number, row } of told) {
    if (row.state === 'unavailable') report.unavailable.push(number);
    if (row.state === 'ignored') report.ignored[row.reason] = (report.ignored[row.reason] ?? 0) + 1;
    if (row.state === 'refused') report.refused.push(notTaken(number, row.reason, names[row.column ?? -1]));
    if (row.state === 'accepted') report.accepted += 1;
    if (row.state === 'accepted' && row.warnings.length > 0)
      report.warned.push({ row: number, warnings: row.warnings });
  }
  return report;
}

function notTaken(row: number, reason: string, column: string | undefined): NotTaken {
  return column === undefined ? { row, reason } : { row, reason, column };
}

/** Whether every row was taken. */
export function isWhole({ refused, unavailable, unsent }: Report): boolean {
  return refused.length + unavailable.length + unsent === 0;
}

/** The same in words; `dryRun`: of rows that were only looked at. */
export function reportText(report: Report, dryRun: boolean): string {
  const { accepted, ignored, refused, unavailable, unsent, failure, warned } = report;
  return [
    `${accepted} rows ${dryRun ? 'would be queued' : 'queued'}`,
    ...Object.entries(ignored).map(([reason, count]) => `${count} for the journal alone: ${reason}`),
    ...refused.map(({ row, reason, column }) => `row ${row}: ${reason}${column === undefined ? '' : ` (${column})`}`),
    ...(unsent === 0 ? [] : [`${unsent} rows without an answer: ${failure ?? 'the call said nothing of them'}`]),
    ...unavailable.map((row) => `row ${row}: the queue did not take it`),
    ...warned.map(({ row, warnings }) => `row ${row}, warned: ${warnings.join(', ')}`),
  ].join('\n');
}
