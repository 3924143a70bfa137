import { countedEnglish } from './plural.ts';
import type { ruReconcile } from './ru-reconcile.ts';

const rows = (count: number) => countedEnglish(count, 'row', 'rows');

export const enReconcile: typeof ruReconcile = {
  title: 'Reconciliation',
  about: 'Compare an export of ProfSalon with what came. The file stays on your computer: the browser itself reads it.',
  what: 'What is compared',
  kinds: { deals: 'Deals', requests: 'Bookings' },
  salon: 'Salon',
  chooseSalon: 'Choose a salon',
  from: 'From',
  to: 'To',
  file: 'Export (CSV)',
  fileAbout: 'Of the same period. The separator and the encoding are detected automatically.',
  drop: 'Drop the file here or choose it',
  chosen: (name, count) => `${name}: ${rows(count)}`,
  notRead: 'The file has no table: it takes a line with the names of the columns and at least one line below it.',
  tooLarge: 'The file is larger than 20 MB. Export a shorter period.',
  columns: {
    title: 'Match the columns',
    about: 'Choose the columns of the export. Only what has a column is compared.',
    id: 'ID',
    amount: 'Amount',
    day: 'Date of creation',
    stage: 'Stage',
    none: 'Do not compare',
  },
  compare: 'Compare',
  salonFirst: 'Choose a salon first.',
  reading: (count) => `Reading what came: ${count}…`,
  tooMany: 'More than 20,000 records came in the period: choose a shorter one.',
  result: (missing, extra, different) =>
    missing + extra + different === 0
      ? 'There is no difference.'
      : `Missing: ${missing}. Extra: ${extra}. Different: ${different}.`,
  same: (count) => `Equal: ${count}.`,
  missing: 'In the export, and not here',
  missingNext: 'Look for the booking under “Where is my booking?”, or ask ProfSalon to send it again.',
  elsewhere: 'is here, in another period',
  extra: 'Here, and not in the export',
  extraNext: 'Check that the export is of the same period and that nothing was left out.',
  different: 'Different',
  differentNext: 'Open the record and see in its history when the value has changed.',
  repeated: (count) => `IDs are repeated in the export: ${rows(count)}. The last one counts.`,
  withoutId: (count) => `Rows without an ID: ${count}. They were not compared.`,
  table: { id: 'ID', date: 'Date', field: 'What', ours: 'Here', theirs: 'In the export' },
  first: (count) => `The first ${count} are shown.`,
};
