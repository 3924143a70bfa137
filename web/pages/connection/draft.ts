import type { Answer, Body } from '../../api/client.ts';
import type { Side } from '../../parts/conflict-dialog.tsx';
import type { Conflict } from '../../parts/draft.ts';
import type { ConnectionField } from '../../words/codes.ts';

export type Connection = Answer<'GET /api/connection'>;

/** The connection as a form holds it: texts are never absent, `accessKey` is what was typed of a new one. */
export interface Draft {
  isOn: boolean;
  apiHost: Connection['apiHost'];
  accessKey: string;
  /** `2026-03-14`, or empty. */
  startDate: string;
}

/** All fields, in the order of the page. */
const names = ['isOn', 'apiHost', 'accessKey', 'startDate'] as const satisfies readonly (ConnectionField &
  keyof Draft)[];

export function draftOf({ isOn, apiHost, startDate }: Connection): Draft {
  return { isOn, apiHost, accessKey: '', startDate: startDate ?? '' };
}

/** The fields in which two forms differ. */
export function changedIn(before: Draft, after: Draft): ConnectionField[] {
  return names.filter((name) => before[name] !== after[name]);
}

/** What a save is sent of what differs from the version that it stands on. */
export function bodyOf(base: Connection, draft: Draft): Body<'PUT /api/connection'> {
  const sent = { ...draft, startDate: draft.startDate === '' ? null : draft.startDate };
  const changed = changedIn(draftOf(base), draft).map((name) => [name, sent[name]] as const);
  return { ...Object.fromEntries(changed), version: base.version };
}

export type ConnectionConflict = Conflict<Connection, Draft>;

/**
 * The fields that somebody else has changed and that are other in the form, each with the side that is kept unless another is
 * chosen. Nothing is shown of a key but its end, so that another key is known by that alone.
 */
export function differencesOf({ was, yours, theirs }: Omit<ConnectionConflict, 'saved'>): Map<ConnectionField, Side> {
  const [before, now] = [draftOf(was), draftOf(theirs)];
  const mine = new Set(changedIn(before, yours));
  const changed = new Set(changedIn(before, now));
  if (was.keyLast4 !== theirs.keyLast4) changed.add('accessKey');
  const isOther = (name: ConnectionField) =>
    name === 'accessKey' ? changed.has(name) && yours.accessKey !== '' : yours[name] !== now[name];
  const sides = names
    .filter((name) => changed.has(name) && isOther(name))
    .map((name) => [name, mine.has(name) ? 'yours' : 'theirs'] as const);
  return new Map<ConnectionField, Side>(sides);
}

/** The form as it is after the choice: what somebody else changed and was kept, and all that was typed beside it. */
export function merged(
  { was, yours, theirs }: Omit<ConnectionConflict, 'saved'>,
  chosen: ReadonlyMap<string, Side>,
): Draft {
  const mine = changedIn(draftOf(was), yours).filter((name) => chosen.get(name) !== 'theirs');
  return { ...draftOf(theirs), ...Object.fromEntries(mine.map((name) => [name, yours[name]])) };
}
