import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { en } from '../words/en.ts';
import { ru, type Words } from '../words/ru.ts';
import { keepPreferred, preferred } from './preference.ts';

export const languages = ['ru', 'en'] as const;
export type Language = (typeof languages)[number];

const words = { ru, en } satisfies Record<Language, Words>;
/** British English: dates read day first, as in Russian. */
export const locales = { ru: 'ru-RU', en: 'en-GB' } satisfies Record<Language, string>;

interface Spoken {
  language: Language;
  words: Words;
  choose: (language: Language) => void;
}

const SpokenContext = createContext<Spoken>({ language: 'ru', words: ru, choose: () => undefined });

/** The language that was chosen on this device; Russian until one is. */
export function currentLanguage(): Language {
  return preferred('language', languages) ?? 'ru';
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(currentLanguage);
  document.documentElement.lang = language;
  const spoken = useMemo(() => {
    const choose = (chosen: Language) => {
      keepPreferred('language', chosen);
      setLanguage(chosen);
    };
    return { language, words: words[language], choose };
  }, [language]);
  return (
    <SpokenContext value={spoken}>
      <I18nProvider locale={locales[language]}>{children}</I18nProvider>
    </SpokenContext>
  );
}

export function useLanguage(): Spoken {
  return use(SpokenContext);
}

export function useWords(): Words {
  return use(SpokenContext).words;
}
