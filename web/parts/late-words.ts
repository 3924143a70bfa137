import { enHooks } from '../words/en-hooks.ts';
import { enReasons } from '../words/en-reasons.ts';
import { ruHooks } from '../words/ru-hooks.ts';
import { ruReasons } from '../words/ru-reasons.ts';
import { useLanguage, type Language } from './language.tsx';

const ru = { reasons: ruReasons, hooks: ruHooks };
export type LateWords = typeof ru;
const words = { ru, en: { reasons: enReasons, hooks: enHooks } } satisfies Record<Language, LateWords>;

/** What only pages say that are loaded when they are opened: kept out of the first load. */
export function useLateWords(): LateWords {
  return words[useLanguage().language];
}
