import type { Limits } from '../model/data-api.ts';
import type { Points, PointsWindow } from '../model/outbound-state.ts';

/** Of an account whose limits no answer has told yet: those of the smallest tariff. */
const untold = { minute: 60, day: 500 } as const;
const length = { minute: 60_000, day: 86_400_000 } as const;
/** Seconds by which a window may end later than it was told, for it is told in whole ones. */
const rounding = 1;
/** Of each limit that is kept for people. */
const kept = 0.1;

/** Calls of a day that are not kept for people. */
export function callsOfDay(points: Points | undefined): number {
  return (points?.day.limit ?? untold.day) * (1 - kept);
}

/** A call is begun; undefined: nothing is left for it. `now`: unix ms; `forPeople`: somebody waits for its answer. */
export function reserved(points: Points | undefined, now: number, forPeople = false): Points | undefined {
  const { minute, day } = current(points, now);
  const share = forPeople ? 0 : kept;
  return hasLeft(minute, share) && hasLeft(day, share) ? { v: 1, minute: less(minute), day: less(day) } : undefined;
}

/** It cost nothing, for it was refused. */
export function returned(points: Points | undefined, now: number): Points {
  const { minute, day } = current(points, now);
  const more = (window: PointsWindow) => ({ ...window, left: Math.min(window.limit, window.left + 1) });
  return { v: 1, minute: more(minute), day: more(day) };
}

/** What an answer says is left; of what others have begun meanwhile it knows nothing yet. */
export function learned(points: Points | undefined, limits: Limits, now: number): Points {
  const { minute, day } = current(points, now);
  return {
    v: 1,
    minute: told(minute, now, limits.minute_limit, limits.minute_remaining, limits.minute_reset),
    day: told(day, now, limits.day_limit, limits.day_remaining, limits.day_reset),
  };
}

function told(window: PointsWindow, now: number, limit: number, remaining: number, reset: number): PointsWindow {
  const left = limit === window.limit ? Math.min(window.left, remaining) : remaining;
  return { limit, left, ends: now + (reset + rounding) * 1000 };
}

function current(points: Points | undefined, now: number): Pick<Points, 'minute' | 'day'> {
  const windowNow = (name: 'minute' | 'day'): PointsWindow => {
    const window = points?.[name];
    if (window !== undefined && now < window.ends) return window;
    const limit = window?.limit ?? untold[name];
    return { limit, left: limit, ends: now + length[name] };
  };
  return { minute: windowNow('minute'), day: windowNow('day') };
}

function hasLeft({ left, limit }: PointsWindow, share: number): boolean {
  return left > Math.floor(limit * share);
}

function less(window: PointsWindow): PointsWindow {
  return { ...window, left: window.left - 1 };
}
