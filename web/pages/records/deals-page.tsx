import type { Answer } from '../../api/client.ts';
import { useAnswer } from '../../parts/cabinet.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { PageHead } from '../../parts/page-head.tsx';
import type { Option } from '../../parts/select.tsx';
import { CsvButton } from '../journal/csv-button.tsx';
import { DealPanel } from './deal-panel.tsx';
import { cleared, Filter, Filters, optionsOf } from './filter.tsx';
import { RecordsList } from './records-list.tsx';
import { useRecords } from './use-records.ts';
import { dealsQuery, typesAsked, useDealsView, type DealsView } from './records-view.ts';
import { usualDealColumns, useDealColumns } from './use-deal-columns.tsx';

/** Deals by when they were made; `id`: of the one that stands open beside them. */
export function DealsPage({ id }: { id: string | undefined }) {
  const { records } = useLateWords();
  const [view, change] = useDealsView();
  const { query, list, reveal } = useRecords('GET /api/deals', dealsQuery(view));
  return (
    <>
      <PageHead title={records.deals} about={records.dealsAbout}>
        <CsvButton route="GET /api/deals" query={query} name="deals" />
      </PageHead>
      <DealFilters view={view} onChange={change} />
      <RecordsList
        label={records.deals}
        list={list}
        all={useDealColumns()}
        usual={usualDealColumns}
        view={view}
        onChange={change}
        counted={records.countDeals}
        empty={records.emptyDeals}
        open={id}
      >
        {reveal}
      </RecordsList>
      {id !== undefined && <DealPanel key={id} id={id} />}
    </>
  );
}

interface DealFiltersProps {
  view: DealsView;
  onChange: (change: DealsView) => void;
}

function DealFilters({ view, onChange }: DealFiltersProps) {
  const { records } = useLateWords();
  const { filters } = records;
  const pipelines = useAnswer('GET /api/pipelines').data?.items ?? [];
  const stages = pipelines.filter(({ id }) => view.pipeline === undefined || id === view.pipeline);
  const managers = useAnswer('GET /api/managers').data?.items ?? [];
  const set = (name: keyof DealsView) => (value: string) => {
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
        label={filters.pipeline}
        options={pipelines}
        value={view.pipeline}
        onChange={(pipeline) => {
          onChange({ pipeline, stage: '' });
        }}
      />
      <Filter
        label={filters.stage}
        options={byId(stages.flatMap((pipeline) => pipeline.stages).map(({ name }) => ({ id: name, name })))}
        value={view.stage}
        onChange={set('stage')}
        search
      />
      <Filter
        label={filters.type}
        options={optionsOf(typesAsked, { ...records.type, none: filters.noStage })}
        value={view.type}
        onChange={set('type')}
      />
      <Filter
        label={filters.manager}
        options={byId(managers.flatMap((manager) => managerOption(manager, view.salon)))}
        value={view.manager}
        onChange={set('manager')}
        search
      />
    </Filters>
  );
}

type Manager = Answer<'GET /api/managers'>['items'][number];

/** Only one with an id: a name is nothing for an address. Of one salon, where one is chosen. */
function managerOption({ extId, name, salon }: Manager, chosen: string | undefined): Option[] {
  if (extId === undefined || (chosen !== undefined && salon !== chosen)) return [];
  return [{ id: extId, name: name ?? extId, detail: extId }];
}

/** Each once. */
function byId(options: readonly Option[]): Option[] {
  return [...new Map(options.map((option) => [option.id, option])).values()];
}
