import { useCatalogNames } from '../../parts/catalog-names.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { CsvButton } from '../journal/csv-button.tsx';
import { cleared, Filter, Filters, optionsOf } from './filter.tsx';
import { RecordsList } from './records-list.tsx';
import { useRecords } from './use-records.ts';
import { requestsQuery, statuses, stepsAsked, useRequestsView, type RequestsView } from './records-view.ts';
import { RequestPanel } from './request-panel.tsx';
import { usualRequestColumns, useRequestColumns } from './use-request-columns.tsx';

/** Requests by their time; `id`: of the one that stands open beside them. */
export function RequestsPage({ id }: { id: string | undefined }) {
  const { records } = useLateWords();
  const [view, change] = useRequestsView();
  const { query, list, reveal } = useRecords('GET /api/requests', requestsQuery(view));
  return (
    <>
      <PageHead title={records.requests} about={records.requestsAbout}>
        <CsvButton route="GET /api/requests" query={query} name="requests" />
      </PageHead>
      <RequestFilters view={view} onChange={change} />
      <RecordsList
        label={records.requests}
        list={list}
        all={useRequestColumns()}
        usual={usualRequestColumns}
        view={view}
        onChange={change}
        counted={records.countRequests}
        empty={records.emptyRequests}
        open={id}
      >
        {reveal}
      </RecordsList>
      {id !== undefined && <RequestPanel key={id} id={id} />}
    </>
  );
}

interface RequestFiltersProps {
  view: RequestsView;
  onChange: (change: RequestsView) => void;
}

function RequestFilters({ view, onChange }: RequestFiltersProps) {
  const { records } = useLateWords();
  const { filters } = records;
  const catalog = useCatalogNames();
  const set = (name: keyof RequestsView) => (value: string) => {
    onChange({ [name]: value });
  };
  const clear = cleared(view);
  return (
    <Filters
      view={view}
      onChange={onChange}
      isFiltered={Object.keys(clear).length > 0}
      onReset={() => {
        onChange(clear);
      }}
    >
      <Filter
        label={filters.campaign}
        options={catalog.campaigns}
        value={view.campaign}
        onChange={set('campaign')}
        search
      />
      <Filter label={filters.source} options={catalog.sources} value={view.source} onChange={set('source')} search />
      <Filter
        label={filters.status}
        options={optionsOf(statuses, records.status)}
        value={view.status}
        onChange={set('status')}
      />
      <Filter
        label={filters.step}
        options={optionsOf(stepsAsked, { ...records.step, unfound: filters.unfound })}
        value={view.step}
        onChange={set('step')}
      />
      <Filter
        label={filters.noContact}
        options={optionsOf(['false', 'true'], { false: filters.withContact, true: filters.withoutContact })}
        value={view.noContact}
        onChange={set('noContact')}
      />
    </Filters>
  );
}
