import { Button } from '../../parts/button.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { useWords } from '../../parts/language.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Empty, Failed, Skeleton } from '../../parts/states.tsx';
import { CsvButton } from './csv-button.tsx';
import { FiltersBar } from './filters-bar.tsx';
import { queryOf, useFilters } from './filters.ts';
import { Health } from './health.tsx';
import { JournalTable } from './journal-table.tsx';
import { useJournal } from './use-journal.ts';

/** Every delivery, newest first; what comes meanwhile is told, and shown when that is wanted. */
export function JournalPage() {
  const { states } = useWords();
  const { journal } = useLateWords();
  const [filters, change] = useFilters();
  const query = queryOf(filters);
  const { pages: read, items, fresh, showFresh } = useJournal(query);
  return (
    <>
      <PageHead title={journal.title} about={journal.about}>
        <CsvButton route="GET /api/events" query={query} name="journal" />
      </PageHead>
      <Health />
      <FiltersBar filters={filters} onChange={change} />
      <div className="fresh" aria-live="polite">
        {fresh.count > 0 && (
          <Button look="main" onPress={showFresh}>
            {journal.fresh(fresh.count, fresh.more)}
          </Button>
        )}
      </div>
      {read.isPending && <Skeleton rows={6} />}
      {read.isError && <Failed error={read.error} onRetry={() => void read.refetch()} />}
      {read.isSuccess && items.length === 0 && <Empty title={journal.emptyTitle}>{journal.empty}</Empty>}
      {items.length > 0 && <JournalTable items={items} />}
      {read.hasNextPage && (
        <Button isDisabled={read.isFetchingNextPage} onPress={() => void read.fetchNextPage()}>
          {states.more}
        </Button>
      )}
    </>
  );
}
