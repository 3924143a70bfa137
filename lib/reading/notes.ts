import type { Place } from './place.ts';

/** Warnings of one event, and paths, that a journal line takes. */
export const mostNotes = 50;

/** Says of a place that something in it could not be used. Codes are ours, places are told by names, never by values. */
export type Warn = (place: Place, code: string) => void;

/** `shown`: a path as people may see it. */
export function notes(shown: (place: Place) => string): { warn: Warn; warnings: () => string[] } {
  const all = new Set<string>();
  return {
    warn: (place, code) => {
      if (all.size < mostNotes) all.add(`${shown(place)}: ${code}`);
    },
    warnings: () => [...all],
  };
}
