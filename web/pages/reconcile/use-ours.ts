import type { Query } from '../../api/client.ts';
import { useCabinet } from '../../parts/cabinet.tsx';
import { useFormat } from '../../parts/format.ts';
import { periodOf } from '../../parts/period.ts';
import type { Paging } from '../../parts/pages-of.ts';
import { useAll } from '../../parts/read-all.ts';
import type { DealItem } from '../records/use-deal-columns.tsx';
import type { RequestItem } from '../records/use-request-columns.tsx';
import type { Ours } from './compare.ts';

export const kinds = ['deals', 'requests'] as const;
export type Kind = (typeof kinds)[number];

/** Of one salon: ids of two may be the same. */
export interface Asked {
  kind: Kind;
  salon: string;
  from: string;
  to: string;
}

const most = 20_000;

/** What is stored of a salon and a period, hidden records too. */
export function useOurs({ kind, salon, from, to }: Asked, on: boolean) {
  const { call } = useCabinet();
  const format = useFormat();
  const query = { ...periodOf({ from, to }), salon, hidden: 'true' } satisfies Query<'GET /api/deals'>;
  const readPage = {
    requests: async (paging: Paging) => {
      const page = await call('GET /api/requests', { query: { ...query, ...paging } });
      return { ...page, items: page.items.map((item) => ofRequest(item, format.day)) };
    },
    deals: async (paging: Paging) => {
      const page = await call('GET /api/deals', { query: { ...query, ...paging } });
      return { ...page, items: page.items.map((item) => ofDeal(item, format.day)) };
    },
  };
  return useAll<Ours>({
    key: `GET /api/${kind}`,
    query: { ...query, as: 'reconcile' },
    read: readPage[kind],
    on,
    most,
  });
}

type DayOf = (instant: string) => string;

function ofRequest({ id, extId, dateTime, amount, hidden }: RequestItem, dayOf: DayOf): Ours {
  return { id, extId, day: dayOf(dateTime), amount, stage: undefined, isHidden: hidden.length > 0 };
}

function ofDeal({ id, extId, createdDateTime, revenue, stage, hidden }: DealItem, dayOf: DayOf): Ours {
  const name = stage?.name ?? stage?.id;
  return { id, extId, day: dayOf(createdDateTime), amount: revenue, stage: name, isHidden: hidden.length > 0 };
}
