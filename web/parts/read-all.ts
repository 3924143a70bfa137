import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RouteKey } from '../../lib/model/routes.ts';
import type { CallError } from '../api/client.ts';
import { useKey } from './cabinet.tsx';
import { readOnce, type Page, type Paging } from './pages-of.ts';

interface Asked<I> {
  key: RouteKey;
  query: object;
  read: (paging: Paging) => Promise<Page<I>>;
  /** Whether to read at all. */
  on: boolean;
  /** Items that are read, at most. */
  most: number;
}

/** All items of a list, read page by page; `isCut`: it has more than may be read. `count`: those read so far. */
export function useAll<I>({ key, query, read, on, most }: Asked<I>) {
  const keyOf = useKey();
  const [count, setCount] = useState(0);
  const all = useQuery<{ items: I[]; isCut: boolean }, CallError>({
    queryKey: keyOf(key, 'all', query, most),
    queryFn: async ({ signal }) => {
      const items: I[] = [];
      let cursor: string | undefined;
      do {
        signal.throwIfAborted();
        const page = await read({ limit: '500', cursor });
        items.push(...page.items);
        cursor = page.cursor;
        setCount(items.length);
      } while (cursor !== undefined && items.length < most);
      return { items: items.slice(0, most), isCut: cursor !== undefined || items.length > most };
    },
    enabled: on,
    ...readOnce,
  });
  return { ...all, count };
}
