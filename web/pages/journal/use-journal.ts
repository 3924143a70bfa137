import type { Query } from '../../api/client.ts';
import { useCabinet } from '../../parts/cabinet.tsx';
import { useStillList } from '../../parts/still-list.ts';

/** Lines by pages that stand still, and how many have come since the first was read. */
export function useJournal(query: Query<'GET /api/events'>) {
  const { call } = useCabinet();
  return useStillList({
    key: 'GET /api/events',
    query,
    read: (paging) => call('GET /api/events', { query: { ...query, ...paging } }),
    idOf: ({ id, receivedAt }) => `${receivedAt} ${id}`,
    size: 50,
  });
}
