import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { useWords } from './language.tsx';
import type { usePagesOf } from './pages-of.ts';
import { Failed, Skeleton } from './states.tsx';

interface PagedProps {
  list: Pick<ReturnType<typeof usePagesOf>, 'pages' | 'items'>;
  /** In the place of no items. */
  empty: ReactNode;
  /** What stands there while the first page is read. */
  rows?: number;
  height?: 48 | 64;
  /** The items. */
  children: ReactNode;
}

/** A list by pages, in each of its states, and the way to its next page. */
export function Paged({ list: { pages, items }, empty, rows = 6, height = 48, children }: PagedProps) {
  const { states } = useWords();
  return (
    <>
      {pages.isPending && <Skeleton rows={rows} height={height} />}
      {pages.isError && <Failed error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isSuccess && items.length === 0 && empty}
      {items.length > 0 && children}
      {pages.hasNextPage && (
        <Button isDisabled={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
          {states.more}
        </Button>
      )}
    </>
  );
}
