import { Button } from '../../parts/button.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Paged } from '../../parts/paged.tsx';
import { NothingYet } from '../../parts/nothing-yet.tsx';
import { CsvButton } from './csv-button.tsx';
import { FiltersBar } from './filters-bar.tsx';
import { queryOf, useFilters } from './filters.ts';
import { Health } from './health.tsx';
import { JournalTable } from './journal-table.tsx';
import { useJournal } from './use-journal.ts';

/** Every delivery, newest first; what comes meanwhile is told, and shown when that is wanted. */
export function JournalPage() {
  const { journal } = useLateWords();
  const [filters, change] = useFilters();
  const query = queryOf(filters);
  const list = useJournal(query);
  const { fresh, showFresh } = list;
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
      <Paged list={list} empty={<NothingYet title={journal.emptyTitle}>{journal.empty}</NothingYet>}>
        <JournalTable items={list.items} />
      </Paged>
    </>
  );
}
