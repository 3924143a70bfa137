import { Button } from '../../parts/button.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Paged } from '../../parts/paged.tsx';
import { NothingYet } from '../../parts/nothing-yet.tsx';
import { daysAfter, isDate, journalDays } from '../../parts/period.ts';
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
      <Paged list={list} empty={<NothingListed until={filters.to} />}>
        <JournalTable items={list.items} />
      </Paged>
    </>
  );
}

/** Lines are kept for 30 days: of the days before these there is nothing to be set right. */
function NothingListed({ until }: { until: string | undefined }) {
  const { journal } = useLateWords();
  const format = useFormat();
  const first = daysAfter(format.day(new Date().toISOString()), -journalDays);
  const isGone = isDate(until) && until < first;
  return <NothingYet title={journal.emptyTitle}>{isGone ? journal.gone : journal.empty}</NothingYet>;
}
