import { pathOf, type Place } from './place.ts';

/** Warnings of one event, and paths, that a journal line takes. */
export const mostNotes = 50;

/** Says of a place that something in it could not be used. Codes are ours, places are told by names, never by values. */
export type Warn = (place: Place, code: string) => void;

export function notes(): { warn: Warn; warnings: () => string[] } {
  const all = new Set<string>();
  return {
    warn: (place, code) => {
      if (all.size < mostNotes) all.add(`${pathOf(place)}: ${code}`);
    },
    warnings: () => [...all],
  };
}
