import { enFind } from '../words/en-find.ts';
import { enHooks } from '../words/en-hooks.ts';
import { enJobs } from '../words/en-jobs.ts';
import { enJournal } from '../words/en-journal.ts';
import { enReasons } from '../words/en-reasons.ts';
import { ruFind } from '../words/ru-find.ts';
import { ruHooks } from '../words/ru-hooks.ts';
import { ruJobs } from '../words/ru-jobs.ts';
import { ruJournal } from '../words/ru-journal.ts';
import { ruReasons } from '../words/ru-reasons.ts';
import { useLanguage, type Language } from './language.tsx';

const ru = { find: ruFind, hooks: ruHooks, jobs: ruJobs, journal: ruJournal, reasons: ruReasons };
export type LateWords = typeof ru;
const en: LateWords = { find: enFind, hooks: enHooks, jobs: enJobs, journal: enJournal, reasons: enReasons };
const words = { ru, en } satisfies Record<Language, LateWords>;

/** What only pages say that are loaded when they are opened: kept out of the first load. */
export function useLateWords(): LateWords {
  return words[useLanguage().language];
}
