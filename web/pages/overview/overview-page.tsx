import { useCabinet } from '../../parts/cabinet.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { daysAfter, daysOf, isDate, periodOf } from '../../parts/period.ts';
import { useSalonNames } from '../../parts/salon-names.ts';
import { NothingYet } from '../../parts/nothing-yet.tsx';
import { Failed } from '../../parts/states.tsx';
import { useView } from '../../parts/view-in-url.ts';
import { Filter } from '../records/filter.tsx';
import { Numbers } from './numbers.tsx';
import { useAll } from '../../parts/read-all.ts';

const mostDays = 31;
const mostRecords = 20_000;
const usualDays = 30;

/** What came in a period. */
export function OverviewPage() {
  const { overview } = useLateWords();
  const { view, change } = usePeriod();
  const { options } = useSalonNames();
  const isLong = daysOf(view.from, view.to).length > mostDays;
  return (
    <>
      <PageHead title={overview.title} about={overview.about} />
      <search className="filters" aria-label={overview.period}>
        <DateField
          label={overview.from}
          value={view.from}
          onChange={(from) => {
            change({ from });
          }}
        />
        <DateField
          label={overview.to}
          value={view.to}
          onChange={(to) => {
            change({ to });
          }}
        />
        <Filter
          label={overview.salon}
          options={options}
          value={view.salon}
          onChange={(salon) => {
            change({ salon });
          }}
          search
        />
      </search>
      {isLong ? <Notice tone="calm">{overview.tooLong}</Notice> : <Read view={view} />}
    </>
  );
}

interface PeriodView {
  from: string;
  to: string;
  salon: string | undefined;
}

/** The last days unless the address says others. */
function usePeriod() {
  const [{ from, to, salon }, change] = useView(['from', 'to', 'salon'] as const);
  const format = useFormat();
  const last = isDate(to) ? to : format.day(new Date().toISOString());
  const view: PeriodView = { from: isDate(from) ? from : daysAfter(last, 1 - usualDays), to: last, salon };
  return { view, change };
}

function Read({ view }: { view: PeriodView }) {
  const { overview } = useLateWords();
  const format = useFormat();
  const { requests, deals } = useRecords(view);
  const error = requests.error ?? deals.error;
  if (error !== null) {
    return (
      <Failed
        error={error}
        onRetry={() => {
          void requests.refetch();
          void deals.refetch();
        }}
      />
    );
  }
  if (requests.data === undefined || deals.data === undefined) {
    return (
      <div className="progress" role="status">
        <progress aria-label={overview.title} />
        <span>{overview.reading(format.number(requests.count + deals.count))}</span>
      </div>
    );
  }
  if (requests.data.isCut || deals.data.isCut) return <Notice tone="calm">{overview.tooMany}</Notice>;
  if (requests.data.items.length + deals.data.items.length === 0) {
    return <NothingYet title={overview.emptyTitle}>{overview.empty}</NothingYet>;
  }
  return <Numbers view={view} requests={requests.data.items} deals={deals.data.items} />;
}

function useRecords({ from, to, salon }: PeriodView) {
  const { call } = useCabinet();
  const query = { ...periodOf({ from, to }), salon };
  const asked = { query, on: from <= to, most: mostRecords };
  const requests = useAll({
    ...asked,
    key: 'GET /api/requests',
    read: (paging) => call('GET /api/requests', { query: { ...query, ...paging } }),
  });
  const deals = useAll({
    ...asked,
    key: 'GET /api/deals',
    read: (paging) => call('GET /api/deals', { query: { ...query, ...paging } }),
  });
  return { requests, deals };
}
