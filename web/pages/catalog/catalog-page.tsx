import { useQuery } from '@tanstack/react-query';
import { Link as Leading } from 'wouter';
import type { CallError } from '../../api/client.ts';
import { useCabinet, useKey } from '../../parts/cabinet.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { NotFound } from '../../parts/not-found.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Failed, Skeleton } from '../../parts/states.tsx';
import { ListForm } from './list-form.tsx';
import { isListName, lists, type List, type ListName } from './lists.ts';

const names = ['campaigns', 'sources', 'sites'] as const satisfies readonly ListName[];

/** The lists that the settings of salons pick from. */
export function CatalogPage({ list }: { list: string }) {
  const { catalog } = useLateWords();
  if (!isListName(list)) return <NotFound />;
  return (
    <>
      <PageHead title={catalog.title} about={catalog.about} />
      <nav className="tabs" aria-label={catalog.title}>
        {names.map((name) => (
          <Leading
            key={name}
            to={`/catalog/${name}`}
            className="tab"
            {...(name === list ? { 'aria-current': 'page' as const } : {})}
          >
            {catalog.lists[name]}
          </Leading>
        ))}
      </nav>
      <Loaded list={list} />
    </>
  );
}

function Loaded({ list }: { list: ListName }) {
  const { call } = useCabinet();
  const keyOf = useKey();
  const read = useQuery<List, CallError>({
    queryKey: keyOf(`GET /api/catalog/${list}`, 'rows'),
    queryFn: () => lists[list].read(call),
  });
  if (read.isSuccess) return <ListForm list={list} saved={read.data} />;
  if (read.isError) return <Failed error={read.error} onRetry={() => void read.refetch()} />;
  return <Skeleton rows={6} />;
}
