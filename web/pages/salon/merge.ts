import type { Side } from '../../parts/conflict-dialog.tsx';
import type { Conflict } from '../../parts/draft.ts';
import { changedIn, draftOf, settingNames, type Draft, type Salon } from './draft.ts';

export type Name = (typeof settingNames)[number];

export type SalonConflict = Conflict<Salon, Draft>;

/** The fields in which yours and theirs differ, each with the side that changed it; where both did, it is yours. */
export function differencesOf({ was, yours, theirs }: Omit<SalonConflict, 'saved'>): Map<Name, Side> {
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
export function merged({ yours, theirs }: SalonConflict, chosen: ReadonlyMap<Name, Side>): Draft {
  const kept = [...chosen].flatMap(([name, side]) => (side === 'yours' ? [[name, yours[name]] as const] : []));
  return { ...draftOf(theirs), ...Object.fromEntries(kept) };
}
