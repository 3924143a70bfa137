import { useLocation, useSearch } from 'wouter';
import { useCabinet } from '../../parts/cabinet.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { Link } from '../../parts/link.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Paged } from '../../parts/paged.tsx';
import { usePagesOf } from '../../parts/pages-of.ts';
import { useReveal } from '../../parts/reveal.tsx';
import { everySalon, SalonChoice } from '../../parts/salon-choice.tsx';
import { Select } from '../../parts/select.tsx';
import { NothingYet } from '../../parts/nothing-yet.tsx';
import { ContactsTable } from './contacts-table.tsx';

const periods = ['30', '90', '365'] as const;
const day = 86_400_000;

/** Clients by when they were first spoken of. */
export function ContactsPage() {
  const { contacts } = useLateWords().people;
  const { call } = useCabinet();
  const reveal = useReveal();
  const [{ salon, period }, choose] = useView();
  const query = { ...reveal.query, salon: salon === everySalon ? undefined : salon, from: daysAgo(Number(period)) };
  const list = usePagesOf('GET /api/contacts', query, (cursor) =>
    call('GET /api/contacts', { query: { ...query, cursor } }),
  );
  return (
    <>
      <PageHead title={contacts.title} about={contacts.about}>
        <Link to="/find">{contacts.search}</Link>
      </PageHead>
      <search className="filters" aria-label={contacts.title}>
        <SalonChoice
          value={salon}
          onChange={(chosen) => {
            choose({ salon: chosen, period });
          }}
        />
        <Select
          label={contacts.period}
          options={periods.map((id) => ({ id, name: contacts.periods[id] }))}
          value={period}
          onChange={(chosen) => {
            choose({ salon, period: chosen });
          }}
        />
      </search>
      {list.items.length > 0 && reveal.button}
      <Paged list={list} empty={<NothingYet title={contacts.emptyTitle}>{contacts.empty}</NothingYet>}>
        <ContactsTable items={list.items} />
      </Paged>
    </>
  );
}

interface View {
  salon: string;
  period: (typeof periods)[number];
}

/** What is looked at, as the address says it. */
function useView(): [View, (view: View) => void] {
  const parameters = new URLSearchParams(useSearch());
  const [path, navigate] = useLocation();
  return [
    {
      salon: parameters.get('salon') ?? everySalon,
      period: periods.find((known) => known === parameters.get('period')) ?? periods[0],
    },
    ({ salon, period }) => {
      navigate(`${path}?${new URLSearchParams({ salon, period })}`, { replace: true });
    },
  ];
}

/** As a date, so that the same is asked for all day long. */
function daysAgo(days: number): string {
  return new Date(Date.now() - days * day).toISOString().slice(0, 10);
}
