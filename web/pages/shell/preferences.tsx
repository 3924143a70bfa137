import { useState } from 'react';
import { languages, useLanguage } from '../../parts/language.tsx';
import { Segments } from '../../parts/segments.tsx';
import { chooseTheme, currentTheme, themes } from '../../parts/theme.ts';

const names = { ru: 'Рус', en: 'Eng' };

/** Language and light or dark, kept on this device. */
export function Preferences() {
  const { language, words, choose } = useLanguage();
  const [theme, setTheme] = useState(currentTheme);
  const { shell } = words;
  return (
    <div className="preferences">
      <Segments
        label={shell.language}
        value={language}
        options={languages.map((id) => ({ id, name: names[id] }))}
        onChange={choose}
      />
      <Segments
        label={shell.theme}
        value={theme}
        options={themes.map((id) => ({ id, name: shell.themes[id], icon: id }))}
        onChange={(chosen) => {
          chooseTheme(chosen);
          setTheme(chosen);
        }}
      />
    </div>
  );
}
