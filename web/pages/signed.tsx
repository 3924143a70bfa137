import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSearch } from 'wouter';
import { apiClient, type Answer, type CallError } from '../api/client.ts';
import type { Session } from '../api/session.ts';
import { CabinetProvider } from '../parts/cabinet.tsx';
import { Button } from '../parts/button.tsx';
import { useWords } from '../parts/language.tsx';
import { PageFailed } from '../parts/page-failed.tsx';
import { Skeleton } from '../parts/states.tsx';
import { accountInUrl } from './account-in-url.ts';
import { Pages } from './pages.tsx';
import { Shell } from './shell/shell.tsx';

/** Asks who is signed in, then shows the pages of their account. */
export function Signed({ session }: { session: Session }) {
  useSearch();
  const account = accountInUrl();
  const call = useMemo(() => apiClient(session, account), [session, account]);
  const { shell } = useWords();
  const me = useQuery<Answer<'GET /api/me'>, CallError>({
    queryKey: ['me', account],
    queryFn: () => call('GET /api/me'),
    staleTime: Infinity,
  });
  if (me.isPending)
    return (
      <main className="alone">
        <Skeleton rows={3} />
      </main>
    );
  if (me.isError) {
    return (
      <main className="alone">
        <PageFailed error={me.error} onRetry={() => void me.refetch()} />
        <Button onPress={session.signOut}>{shell.signOut}</Button>
      </main>
    );
  }
  return (
    <CabinetProvider value={{ me: me.data, call, session, mayChange: me.data.role !== 'viewer' }}>
      <Shell>
        <Pages key={account} />
      </Shell>
    </CabinetProvider>
  );
}
