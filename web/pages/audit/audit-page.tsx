import { useState } from 'react';
import { useCabinet } from '../../parts/cabinet.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Paged } from '../../parts/paged.tsx';
import { usePagesOf } from '../../parts/pages-of.ts';
import { everySalon, SalonChoice } from '../../parts/salon-choice.tsx';
import { Select } from '../../parts/select.tsx';
import { Empty } from '../../parts/states.tsx';
import { AuditTable, type What } from './audit-table.tsx';

const all = 'all';

/** Who did what and when. */
export function AuditPage() {
  const { audit } = useLateWords().accounts;
  const { mayChange } = useCabinet();
  return (
    <>
      <PageHead title={audit.title} about={audit.about} />
      {mayChange ? <Lines /> : <p>{audit.forbidden}</p>}
    </>
  );
}

function Lines() {
  const { audit } = useLateWords().accounts;
  const { filters } = audit;
  const { call } = useCabinet();
  const [salon, setSalon] = useState(everySalon);
  const [what, setWhat] = useState<What | typeof all>(all);
  const query = { salon: salon === everySalon ? undefined : salon, what: what === all ? undefined : what };
  const list = usePagesOf('GET /api/audit', query, (cursor) => call('GET /api/audit', { query: { ...query, cursor } }));
  return (
    <>
      <search className="filters" aria-label={filters.label}>
        <SalonChoice value={salon} onChange={setSalon} />
        <Select
          label={filters.what}
          options={[{ id: all, name: filters.all }, ...kinds(audit.what)]}
          value={what}
          onChange={setWhat}
        />
      </search>
      <Paged list={list} empty={<Empty title={audit.emptyTitle}>{audit.empty}</Empty>}>
        <AuditTable items={list.items} />
      </Paged>
    </>
  );
}

function kinds(names: Record<What, string>): { id: What; name: string }[] {
  const known: { id: What; name: string }[] = [];
  for (const id in names) if (isWhat(names, id)) known.push({ id, name: names[id] });
  return known;
}

function isWhat(names: Record<What, string>, id: string): id is What {
  return Object.hasOwn(names, id);
}
