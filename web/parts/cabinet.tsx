import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, use, type ReactNode } from 'react';
import type { RouteKey } from '../../lib/model/routes.ts';
import type { Answer, Call, CallError, Sent } from '../api/client.ts';
import type { Session } from '../api/session.ts';

/** Who is signed in, and in which account. */
export interface Cabinet {
  me: Answer<'GET /api/me'>;
  call: Call;
  session: Session;
  /** Whether they may change settings. */
  mayChange: boolean;
}

const CabinetContext = createContext<Cabinet | undefined>(undefined);

export function CabinetProvider({ value, children }: { value: Cabinet; children: ReactNode }) {
  return <CabinetContext value={value}>{children}</CabinetContext>;
}

export function useCabinet(): Cabinet {
  const cabinet = use(CabinetContext);
  if (cabinet === undefined) throw new Error('There is no cabinet around this.');
  return cabinet;
}

/** Answers are kept apart by account. */
export function useKey() {
  const { me } = useCabinet();
  return (key: RouteKey, ...rest: readonly unknown[]) => [me.account?.id ?? '', key, ...rest];
}

/** What a route answers, kept and asked anew as react-query does. `every`: milliseconds, while the tab is seen, and the answer is such as `while` says. */
export function useAnswer<K extends RouteKey>(
  key: K,
  sent: Sent<K> = {},
  options: { every?: number; while?: (answer: Answer<K>) => boolean; on?: boolean } = {},
) {
  const { call } = useCabinet();
  const keyOf = useKey();
  return useQuery<Answer<K>, CallError>({
    queryKey: keyOf(key, sent),
    queryFn: () => call(key, sent),
    enabled: options.on ?? true,
    refetchInterval: ({ state: { data } }) =>
      data === undefined || (options.while?.(data) ?? true) ? (options.every ?? false) : false,
  });
}

/** Calls a route that changes something; what the named routes answered before is asked anew. */
export function useAct<K extends RouteKey>(key: K, stale: readonly RouteKey[] = []) {
  const { call } = useCabinet();
  const keyOf = useKey();
  const client = useQueryClient();
  return useMutation<Answer<K>, CallError, Sent<K>>({
    mutationFn: (sent) => call(key, sent),
    onSuccess: async () => {
      await Promise.all(stale.map((route) => client.invalidateQueries({ queryKey: keyOf(route) })));
    },
  });
}
