import type { Salon } from '../../model/settings.ts';

/** When a salon's last event came, and whether it has been quiet for too long. */
export interface Quietness {
  lastEventAt: string | undefined;
  silent: boolean;
}

const hour = 3_600_000;
const leastQuiet = 48 * hour;

/**
 * Whether an active salon has been quiet for longer than is usual: 48 hours, and three times the median gap of its last
 * events (receive times, newest first). One that never sent anything is measured from its creation.
 */
export function quietness(
  salon: Pick<Salon, 'isActive' | 'createdAt'>,
  lastEvents: readonly string[],
  now: Date,
): Quietness {
  const lastEventAt = lastEvents[0];
  const quiet = now.getTime() - Date.parse(lastEventAt ?? salon.createdAt);
  const silent = salon.isActive && quiet > Math.max(leastQuiet, 3 * usualGap(lastEvents));
  return { lastEventAt, silent };
}

/** The median of the gaps, in ms; 0 where there is none. */
export function usualGap(lastEvents: readonly string[]): number {
  const times = lastEvents.map((at) => Date.parse(at));
  const gaps = times.slice(1).map((time, at) => (times[at] ?? time) - time);
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
}
