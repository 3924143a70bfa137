import { enCatalog } from '../words/en-catalog.ts';
import { enFields } from '../words/en-fields.ts';
import { enFind } from '../words/en-find.ts';
import { enHooks } from '../words/en-hooks.ts';
import { enJobs } from '../words/en-jobs.ts';
import { enJournal } from '../words/en-journal.ts';
import { enMembers } from '../words/en-members.ts';
import { enOverview } from '../words/en-overview.ts';
import { enReconcile } from '../words/en-reconcile.ts';
import { enRecords } from '../words/en-records.ts';
import { enReasons } from '../words/en-reasons.ts';
import { ruCatalog } from '../words/ru-catalog.ts';
import { enTaught } from '../words/en-taught.ts';
import { ruTaught } from '../words/ru-taught.ts';
import { ruFields } from '../words/ru-fields.ts';
import { ruFind } from '../words/ru-find.ts';
import { ruHooks } from '../words/ru-hooks.ts';
import { ruJobs } from '../words/ru-jobs.ts';
import { ruJournal } from '../words/ru-journal.ts';
import { ruMembers } from '../words/ru-members.ts';
import { ruOverview } from '../words/ru-overview.ts';
import { ruReconcile } from '../words/ru-reconcile.ts';
import { ruRecords } from '../words/ru-records.ts';
import { ruReasons } from '../words/ru-reasons.ts';
import { useLanguage, type Language } from './language.tsx';

const ru = {
  catalog: ruCatalog,
  members: ruMembers,
  taught: ruTaught,
  fields: ruFields,
  find: ruFind,
  hooks: ruHooks,
  jobs: ruJobs,
  journal: ruJournal,
  reasons: ruReasons,
  overview: ruOverview,
  reconcile: ruReconcile,
  records: ruRecords,
};
export type LateWords = typeof ru;
const en: LateWords = {
  catalog: enCatalog,
  members: enMembers,
  taught: enTaught,
  fields: enFields,
  find: enFind,
  hooks: enHooks,
  jobs: enJobs,
  journal: enJournal,
  reasons: enReasons,
  overview: enOverview,
  reconcile: enReconcile,
  records: enRecords,
};
const words = { ru, en } satisfies Record<Language, LateWords>;

/** What only pages say that are loaded when they are opened: kept out of the first load. */
export function useLateWords(): LateWords {
  return words[useLanguage().language];
}
