import type { JournalSummary } from '../../model/journal.ts';

interface Query {
  accountKey: string;
  salonKey: string;
  from: string;
  to: string;
  order: 'desc';
  limit: number;
  except: 'refused';
}
export interface LastEventsDeps {
  listEvents: (query: Query) => Promise<{ items: JournalSummary[] } | { error: string }>;
  now: () => Date;
}

/** Enough for a usual gap. */
const most = 50;

/** Receive times of a salon's last events, newest first; refused requests are none. */
export function lastEvents(deps: LastEventsDeps): (salon: { accountKey: string; key: string }) => Promise<string[]> {
  return async ({ accountKey, key: salonKey }) => {
    const to = new Date(deps.now().getTime() + 1).toISOString();
    const from = '2000-01-01T00:00:00.000Z';
    const page = await deps.listEvents({
      accountKey,
      salonKey,
      from,
      to,
      order: 'desc',
      limit: most,
      except: 'refused',
    });
    if ('error' in page) return [];
    return page.items.map(({ receivedAt }) => receivedAt);
  };
}
