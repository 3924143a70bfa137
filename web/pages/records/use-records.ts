import type { Answer, Query } from '../../api/client.ts';
import { useCabinet } from '../../parts/cabinet.tsx';
import { useReveal } from '../../parts/reveal.tsx';
import { useStillList } from '../../parts/still-list.ts';

type Route = 'GET /api/requests' | 'GET /api/deals';

/** Records that are read at once. */
const pageSize = 200;

/** Records by pages that stand still, as they are asked for; persons as whoever looks may see them. */
export function useRecords<R extends Route>(route: R, asked: Query<R>) {
  const { call } = useCabinet();
  const reveal = useReveal();
  const query = { ...asked, ...reveal.query };
  const list = useStillList<Answer<R>['items'][number]>({
    key: route,
    query,
    read: (paging) => call(route, { query: { ...query, ...paging } }),
    idOf: ({ id }) => id,
    size: pageSize,
    newestFirst: asked.order !== 'asc',
  });
  return { query, list, reveal: reveal.button };
}
