import type { Api } from '../api/client.ts';
import { allOf, type Item } from '../api/pages.ts';
import type { Period } from './visit.ts';

/** What the API shows of the run's account. */
export interface Found {
  requests: Item[];
  deals: Item[];
  lines: Item[];
}

const day = 86_400_000;

/** Reads all lists. A record stands under a time of its visit, or, when its times were misread, of about today. */
export async function look(api: Api, { from, to }: Period): Promise<Found> {
  const past = new Date(from - 2 * day).toISOString();
  const future = new Date(Math.max(to, Date.now()) + 2 * day).toISOString();
  const query = { from: past, to: future, hidden: 'true' };
  return {
    requests: await allOf(api, '/api/requests', query),
    deals: await allOf(api, '/api/deals', query),
    lines: await allOf(api, '/api/events', { order: 'asc' }),
  };
}
