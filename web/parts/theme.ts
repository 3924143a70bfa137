import { keepPreferred, preferred } from './preference.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export function currentTheme(): Theme {
  return preferred('theme', themes) ?? 'system';
}

/** The styles read it from the root element; without it they follow the system. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

export function chooseTheme(theme: Theme): void {
  keepPreferred('theme', theme);
  applyTheme(theme);
}
