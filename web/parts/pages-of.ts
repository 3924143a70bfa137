import { useInfiniteQuery, type InfiniteData } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { RouteKey } from '../../lib/model/routes.ts';
import type { CallError } from '../api/client.ts';
import { useKey } from './cabinet.tsx';

/** What a page is asked for. */
export interface Paging {
  limit: string;
  cursor?: string | undefined;
}

export interface Page<I> {
  items: I[];
  cursor?: string | undefined;
}

/** Read once and not kept: what stands on the page changes by what is done on it alone. */
export const readOnce = { staleTime: Infinity, gcTime: 0 } as const;

/** A list by pages, each asked for when it is wanted. `query`: what tells it from other readings of the route. */
export function usePagesOf<I>(
  key: RouteKey,
  query: unknown,
  read: (cursor: string | undefined) => Promise<Page<I>>,
  options: { staleTime?: number; gcTime?: number; refetchInterval?: number } = {},
) {
  const keyOf = useKey();
  const pages = useInfiniteQuery<Page<I>, CallError, InfiniteData<Page<I>>, readonly unknown[], string | undefined>({
    queryKey: keyOf(key, 'pages', query),
    queryFn: ({ pageParam: cursor }) => read(cursor),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.cursor,
    ...options,
  });
  const items = useMemo(() => pages.data?.pages.flatMap((page) => page.items) ?? [], [pages.data]);
  return { pages, items };
}
