import { useInfiniteQuery, type InfiniteData } from '@tanstack/react-query';
import type { Answer, CallError } from '../../api/client.ts';
import { Button } from '../../parts/button.tsx';
import { useCabinet, useKey } from '../../parts/cabinet.tsx';
import { useWords } from '../../parts/language.tsx';
import { Link } from '../../parts/link.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Empty, Failed, Skeleton } from '../../parts/states.tsx';
import { TableHead } from '../../parts/table-head.tsx';
import { SalonRow } from './salon-row.tsx';

/** Few enough to ask for the state of each that is shown. */
const limit = '20';

/** All salons of the account, each with its state. */
export function SalonsPage() {
  const words = useWords();
  const { mayChange } = useCabinet();
  const salons = useSalons();
  const items = salons.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHead title={words.salons.title}>
        {mayChange && (
          <Link to="/salons/new" look="main">
            {words.salons.connect}
          </Link>
        )}
      </PageHead>
      {salons.isPending && <Skeleton rows={4} height={64} />}
      {salons.isError && <Failed error={salons.error} onRetry={() => void salons.refetch()} />}
      {salons.isSuccess && items.length === 0 && (
        <Empty title={words.salons.emptyTitle}>{mayChange ? words.salons.emptyAbout : words.salons.emptyViewer}</Empty>
      )}
      {items.length > 0 && <SalonsTable items={items} />}
      {salons.hasNextPage && <Button onPress={() => void salons.fetchNextPage()}>{words.states.more}</Button>}
    </>
  );
}

type SalonsAnswer = Answer<'GET /api/salons'>;

function useSalons() {
  const { call } = useCabinet();
  const keyOf = useKey();
  return useInfiniteQuery<SalonsAnswer, CallError, InfiniteData<SalonsAnswer>, readonly unknown[], string | undefined>({
    queryKey: keyOf('GET /api/salons'),
    queryFn: ({ pageParam: cursor }) => call('GET /api/salons', { query: { limit, cursor } }),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.cursor,
  });
}

function SalonsTable({ items }: { items: SalonsAnswer['items'] }) {
  const { columns, title } = useWords().salons;
  return (
    <div className="sheet">
      <table className="table table-salons" aria-label={title}>
        <TableHead columns={[columns.salon, columns.state, columns.transfers, columns.last]} />
        <tbody>
          {items.map((item) => (
            <SalonRow key={item.id} item={item} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
