import type { Salon } from '../../model/settings.ts';

type HookKeys = Salon['hookKeys'];

/** Hours for which the URL before goes on to admit after a rotation. */
const graceHours = 24;
/** Keys that a salon lists; an older one has ended. */
const mostListed = 20;

export interface Rotation {
  key: string;
  at: Date;
  by: string;
  /** Ends the key before at once, and not in a day. */
  revokeNow: boolean;
}

/** The keys after a rotation: the one before has a day left, those before it have none. */
export function rotated([before, ...older]: HookKeys, { key, at, by, revokeNow }: Rotation): HookKeys {
  const now = at.toISOString();
  const end = revokeNow ? now : new Date(at.getTime() + graceHours * 3_600_000).toISOString();
  const kept = before === undefined ? [] : endedAt([before], end);
  return [{ key, createdAt: now, by }, ...kept, ...endedAt(older, now)].slice(0, mostListed);
}

/** Keys that end at an instant, unless they have ended before. */
export function endedAt(keys: HookKeys, end: string): HookKeys {
  return keys.map((key) => (key.endsAt !== undefined && key.endsAt <= end ? key : { ...key, endsAt: end }));
}
