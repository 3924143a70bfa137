import type { Answer } from '../../api/client.ts';
import { useCabinet } from '../../parts/cabinet.tsx';
import { useWords } from '../../parts/language.tsx';
import { Link } from '../../parts/link.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Paged } from '../../parts/paged.tsx';
import { usePagesOf } from '../../parts/pages-of.ts';
import { Empty } from '../../parts/states.tsx';
import { TableHead } from '../../parts/table-head.tsx';
import { DeletedSalons } from './deleted-salons.tsx';
import { SalonRow } from './salon-row.tsx';

type Salon = Answer<'GET /api/salons'>['items'][number];

/** Few enough to ask for the state of each that is shown. */
const limit = '20';

/** All salons of the account, each with its state. */
export function SalonsPage() {
  const words = useWords();
  const { call, mayChange } = useCabinet();
  const list = usePagesOf('GET /api/salons', { limit }, (cursor) =>
    call('GET /api/salons', { query: { limit, cursor } }),
  );
  return (
    <>
      <PageHead title={words.salons.title}>
        {mayChange && (
          <Link to="/salons/new" look="main">
            {words.salons.connect}
          </Link>
        )}
      </PageHead>
      <Paged list={list} empty={<NoSalons />} rows={4} height={64}>
        <SalonsTable items={list.items} />
      </Paged>
      {mayChange && list.pages.isSuccess && <DeletedSalons />}
    </>
  );
}

function NoSalons() {
  const { salons } = useWords();
  const { mayChange } = useCabinet();
  return <Empty title={salons.emptyTitle}>{mayChange ? salons.emptyAbout : salons.emptyViewer}</Empty>;
}

function SalonsTable({ items }: { items: readonly Salon[] }) {
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
