import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { CallError } from '../api/client.ts';
import { SessionEnded } from '../api/session.ts';

const passing: readonly string[] = ['offline', 'unavailable', 'internal'];

/** What was answered is kept while the page is open. `onEnded`: the session is over. */
export function createQueries(onEnded: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (error instanceof SessionEnded) onEnded();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        retry: (failures, error) => failures < 2 && error instanceof CallError && passing.includes(error.code),
        staleTime: 5000,
      },
    },
  });
}
