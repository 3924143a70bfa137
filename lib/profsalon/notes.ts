import { cleanText, cut } from './clean.ts';

/** Warnings of one event, and paths, that a journal line takes. */
export const mostNotes = 50;
const mostInPath = 200;

/** `path` is made of names, never of values. */
export type Warn = (path: string, code: string) => void;

export function notes(): { warn: Warn; warnings: () => string[] } {
  const all = new Set<string>();
  return {
    warn: (path, code) => {
      if (all.size < mostNotes) all.add(`${pathText(path)}: ${code}`);
    },
    warnings: () => [...all],
  };
}

export function pathText(path: string): string {
  return cut(cleanText(path), mostInPath);
}
