import { newestLines, type NewestLinesDeps } from './newest-lines.ts';

/** Enough for a usual gap. */
const most = 50;

/** Receive times of a salon's last events, newest first; refused requests are none. */
export function lastEvents(deps: NewestLinesDeps): (salon: { accountKey: string; key: string }) => Promise<string[]> {
  return async ({ accountKey, key: salonKey }) => {
    const lines = await newestLines(deps, { accountKey, salonKey, limit: most, except: 'refused' });
    return lines.map(({ receivedAt }) => receivedAt);
  };
}
