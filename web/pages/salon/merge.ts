import type { Side } from '../../parts/conflict-dialog.tsx';
import { changedIn, draftOf, settingNames, type Draft, type Salon } from './draft.ts';

export type Name = (typeof settingNames)[number];

/** Of a save that came too late: what it was based on, what was typed, and what stands there now. */
export interface Conflict {
  was: Salon;
  yours: Draft;
  theirs: Salon;
  /** Who saved theirs: an e-mail, where one is known, else the name by which they sign in. */
  by: string | undefined;
}

/** The fields in which yours and theirs differ, each with the side that changed it; where both did, it is yours. */
export function differencesOf({ was, yours, theirs }: Omit<Conflict, 'by'>): Map<Name, Side> {
  const mine = new Set(changedIn(draftOf(was), yours));
  const differing = new Set<Name>(changedIn(yours, draftOf(theirs)));
  // Nothing is shown of a token but its end: two are the same token when that is.
  if (yours.token === '') differing.delete('token');
  const sides = settingNames
    .filter((name) => differing.has(name))
    .map((name) => [name, mine.has(name) ? 'yours' : 'theirs'] as const);
  return new Map<Name, Side>(sides);
}

/** The form as it is after the choice: theirs, and yours where that was chosen. */
export function merged({ yours, theirs }: Conflict, chosen: ReadonlyMap<Name, Side>): Draft {
  const kept = [...chosen].flatMap(([name, side]) => (side === 'yours' ? [[name, yours[name]] as const] : []));
  return { ...draftOf(theirs), ...Object.fromEntries(kept) };
}
