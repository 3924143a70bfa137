import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RouteKey } from '../../lib/model/routes.ts';
import type { CallError } from '../api/client.ts';
import { useKey } from './cabinet.tsx';
import { readOnce, usePagesOf, type Page, type Paging } from './pages-of.ts';

interface StillList<I> {
  key: RouteKey;
  /** What is asked for beside pages. */
  query: object;
  read: (paging: Paging) => Promise<Page<I>>;
  idOf: (item: I) => string;
  /** Items of a page. */
  size: number;
  /** Whether new items come first, so that they can be counted. */
  newestFirst?: boolean;
}

/** New items that are counted, at most. */
const mostFresh = 100;
/** How often (ms) is asked, while the tab is seen, whether there is a newer item. */
const every = 5000;

/** A list by pages that stand still, and how many items have come since the first was read. */
export function useStillList<I>({ key, query, read, idOf, size, newestFirst = true }: StillList<I>) {
  const keyOf = useKey();
  // Another view is another reading: what is shown is read anew, what has come since is counted anew.
  const [turn, setTurn] = useState(0);
  const readPage = (cursor: string | undefined) => read({ limit: String(size), cursor });
  const { pages, items } = usePagesOf(key, ['still', query, turn], readPage, readOnce);
  const [top] = items;
  const fresh = useQuery<{ count: number; more: boolean }, CallError>({
    queryKey: keyOf(key, 'fresh', query, turn),
    queryFn: async () => {
      const [newest] = (await read({ limit: '1' })).items;
      if (newest === undefined || isSame(newest, top)) return { count: 0, more: false };
      return countedSince((await read({ limit: String(mostFresh) })).items);
    },
    enabled: pages.isSuccess && newestFirst,
    refetchInterval: every,
    gcTime: 0,
  });

  function isSame(item: I, other: I | undefined): boolean {
    return other !== undefined && idOf(item) === idOf(other);
  }
  function countedSince(newest: readonly I[]): { count: number; more: boolean } {
    const at = newest.findIndex((item) => isSame(item, top));
    return at === -1 ? { count: newest.length, more: newest.length === mostFresh } : { count: at, more: false };
  }

  const last = pages.data?.pages.at(-1);
  return {
    pages,
    items,
    /** A call that looks at the most it may before its page is full answers with what it has. */
    stoppedShort: last?.cursor !== undefined && last.items.length < size,
    fresh: fresh.data ?? { count: 0, more: false },
    showFresh: () => {
      setTurn(turn + 1);
    },
  };
}
