import { countedEnglish } from './plural.ts';
import type { ruImports } from './ru-imports.ts';

const rows = (count: number) => countedEnglish(count, 'row', 'rows');

export const enImports: typeof ruImports = {
  title: 'Import',
  about:
    'Bookings and deals of a table appear in the account under their own dates. They change nothing that the webhook sent later.',
  what: 'What the table holds',
  kinds: { booking: 'Bookings', deal: 'Deals' },
  file: 'Table (CSV)',
  fileAbout: 'Each row is one booking or deal. The separator and the encoding are detected automatically.',
  drop: 'Drop the file here or choose it',
  chosen: (name, count) => `${name}: ${rows(count)}`,
  notRead: 'There is no table in the file: it needs a row of column names and at least one row below.',
  tooLarge: 'The file is over 20 MB. Split it.',
  columns: {
    title: 'What the columns hold',
    about:
      'An ID and a date of creation or change, of the last three years, are needed. Columns for which nothing is chosen are not sent.',
    name: 'Column',
    example: 'Example',
    holds: 'What it holds',
    none: 'Skip this column',
    custom: 'Custom field',
    of: (name) => `What column “${name}” holds`,
  },
  twice: (name) => `“${name}” is chosen for two columns. Keep one.`,
  check: 'Check',
  start: 'Import',
  going: (done, all) => `${done} of ${all} done…`,
  stop: 'Stop',
  checked: 'Check',
  done: 'Import',
  accepted: { check: (count) => `Ready to import: ${rows(count)}.`, import: (count) => `Accepted: ${rows(count)}.` },
  ignored: (reason, count) => `For the journal alone (${reason.toLowerCase()}): ${rows(count)}.`,
  refused: (count) => `Refused: ${rows(count)}.`,
  unavailable: (count) => `Not sent: ${rows(count)}. Import the file again: nothing comes twice.`,
  warned: (count) => `With warnings: ${rows(count)}.`,
  stopped: 'The import was stopped. To go on, import the file again: nothing comes twice.',
  toJournal: 'The journal says what became of it',
  table: { row: 'Row', column: 'Column', why: 'Why' },
  faults: {
    no_id: 'No ID.',
    no_date: 'No date of creation or change.',
    unreadable_date: 'The date cannot be read. This can, for example: 17.03.2026 14:05.',
    too_old: 'Older than three years.',
    in_future: 'The date lies in the future.',
    too_large: 'The row is too large.',
  },
  first: (count) => `The first ${count} are shown.`,
};
