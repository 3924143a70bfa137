import { enAccounts } from '../words/en-accounts.ts';
import { enCatalog } from '../words/en-catalog.ts';
import { enComagic } from '../words/en-comagic.ts';
import { enConnection } from '../words/en-connection.ts';
import { enFaults } from '../words/en-faults.ts';
import { enFields } from '../words/en-fields.ts';
import { enImports } from '../words/en-imports.ts';
import { enFind } from '../words/en-find.ts';
import { enHooks } from '../words/en-hooks.ts';
import { enJobs } from '../words/en-jobs.ts';
import { enJournal } from '../words/en-journal.ts';
import { enMembers } from '../words/en-members.ts';
import { enPeople } from '../words/en-people.ts';
import { enPreview } from '../words/en-preview.ts';
import { enOverview } from '../words/en-overview.ts';
import { enReconcile } from '../words/en-reconcile.ts';
import { enRecords } from '../words/en-records.ts';
import { enReasons } from '../words/en-reasons.ts';
import { enRecordFields } from '../words/en-record-fields.ts';
import { enTest } from '../words/en-test.ts';
import { ruTest } from '../words/ru-test.ts';
import { ruAccounts } from '../words/ru-accounts.ts';
import { ruCatalog } from '../words/ru-catalog.ts';
import { ruComagic } from '../words/ru-comagic.ts';
import { ruConnection } from '../words/ru-connection.ts';
import { enSalon } from '../words/en-salon.ts';
import { enTaught } from '../words/en-taught.ts';
import { ruSalon } from '../words/ru-salon.ts';
import { ruTaught } from '../words/ru-taught.ts';
import { ruFaults } from '../words/ru-faults.ts';
import { ruFields } from '../words/ru-fields.ts';
import { ruImports } from '../words/ru-imports.ts';
import { ruFind } from '../words/ru-find.ts';
import { ruHooks } from '../words/ru-hooks.ts';
import { ruJobs } from '../words/ru-jobs.ts';
import { ruJournal } from '../words/ru-journal.ts';
import { ruMembers } from '../words/ru-members.ts';
import { ruPeople } from '../words/ru-people.ts';
import { ruPreview } from '../words/ru-preview.ts';
import { ruOverview } from '../words/ru-overview.ts';
import { ruReconcile } from '../words/ru-reconcile.ts';
import { ruRecords } from '../words/ru-records.ts';
import { ruReasons } from '../words/ru-reasons.ts';
import { ruRecordFields } from '../words/ru-record-fields.ts';
import { useLanguage, type Language } from './language.tsx';

const ru = {
  accounts: ruAccounts,
  catalog: ruCatalog,
  comagic: ruComagic,
  connection: ruConnection,
  members: ruMembers,
  salon: ruSalon,
  taught: ruTaught,
  test: ruTest,
  faults: ruFaults,
  fields: ruFields,
  find: ruFind,
  hooks: ruHooks,
  imports: ruImports,
  jobs: ruJobs,
  journal: ruJournal,
  people: ruPeople,
  preview: ruPreview,
  reasons: ruReasons,
  recordFields: ruRecordFields,
  overview: ruOverview,
  reconcile: ruReconcile,
  records: ruRecords,
};
export type LateWords = typeof ru;
const en: LateWords = {
  accounts: enAccounts,
  catalog: enCatalog,
  comagic: enComagic,
  connection: enConnection,
  members: enMembers,
  salon: enSalon,
  taught: enTaught,
  test: enTest,
  faults: enFaults,
  fields: enFields,
  find: enFind,
  hooks: enHooks,
  imports: enImports,
  jobs: enJobs,
  journal: enJournal,
  people: enPeople,
  preview: enPreview,
  reasons: enReasons,
  recordFields: enRecordFields,
  overview: enOverview,
  reconcile: enReconcile,
  records: enRecords,
};
const words = { ru, en } satisfies Record<Language, LateWords>;

/** What is said in one language, whichever the page speaks. */
export function lateWordsOf(language: Language): LateWords {
  return words[language];
}

/** What only pages say that are loaded when they are opened: kept out of the first load. */
export function useLateWords(): LateWords {
  return words[useLanguage().language];
}
