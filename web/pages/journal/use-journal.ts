import { useInfiniteQuery, useQuery, type InfiniteData } from '@tanstack/react-query';
import { useState } from 'react';
import type { Answer, CallError, Query } from '../../api/client.ts';
import { useCabinet, useKey } from '../../parts/cabinet.tsx';
import type { Line } from './line-words.ts';

type Lines = Answer<'GET /api/events'>;

const pageSize = '50';
/** New lines that are counted, at most. */
const mostFresh = 100;
/** How often (ms) is asked whether there is a newer line. */
const every = 5000;

/** Lines by pages that stand still, and how many have come since the first was read. */
export function useJournal(query: Query<'GET /api/events'>) {
  const { call } = useCabinet();
  const keyOf = useKey();
  // Another view is another reading: what is shown is read anew, what has come since is counted anew.
  const [turn, setTurn] = useState(0);
  const read = useInfiniteQuery<Lines, CallError, InfiniteData<Lines>, readonly unknown[], string | undefined>({
    queryKey: keyOf('GET /api/events', 'journal', query, turn),
    queryFn: ({ pageParam: cursor }) => call('GET /api/events', { query: { ...query, limit: pageSize, cursor } }),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.cursor,
    staleTime: Infinity,
    gcTime: 0,
  });
  const items = read.data?.pages.flatMap((page) => page.items) ?? [];
  const top = items[0];
  const fresh = useQuery<{ count: number; more: boolean }, CallError>({
    queryKey: keyOf('GET /api/events', 'fresh', query, turn),
    queryFn: async () => {
      const [newest] = (await call('GET /api/events', { query: { ...query, limit: '1' } })).items;
      if (newest === undefined || isSame(newest, top)) return { count: 0, more: false };
      return countedSince(
        (await call('GET /api/events', { query: { ...query, limit: String(mostFresh) } })).items,
        top,
      );
    },
    enabled: read.isSuccess,
    refetchInterval: every,
    gcTime: 0,
  });
  return {
    read,
    items,
    fresh: fresh.data ?? { count: 0, more: false },
    showFresh: () => {
      setTurn(turn + 1);
    },
  };
}

function isSame(line: Line, other: Line | undefined): boolean {
  return line.id === other?.id && line.receivedAt === other.receivedAt;
}

function countedSince(items: readonly Line[], top: Line | undefined): { count: number; more: boolean } {
  const at = items.findIndex((line) => isSame(line, top));
  return at === -1 ? { count: items.length, more: items.length === mostFresh } : { count: at, more: false };
}
