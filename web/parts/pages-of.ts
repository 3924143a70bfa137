import { useInfiniteQuery, type InfiniteData } from '@tanstack/react-query';
import type { RouteKey } from '../../lib/model/routes.ts';
import type { CallError } from '../api/client.ts';
import { useKey } from './cabinet.tsx';

interface Page<I> {
  items: I[];
  cursor?: string | undefined;
}

/** A list by pages, each asked for when it is wanted. `query`: what is asked for beside pages. */
export function usePagesOf<I>(key: RouteKey, query: object, read: (cursor: string | undefined) => Promise<Page<I>>) {
  const keyOf = useKey();
  const pages = useInfiniteQuery<Page<I>, CallError, InfiniteData<Page<I>>, readonly unknown[], string | undefined>({
    queryKey: keyOf(key, 'pages', query),
    queryFn: ({ pageParam: cursor }) => read(cursor),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.cursor,
  });
  return { pages, items: pages.data?.pages.flatMap((page) => page.items) ?? [] };
}
