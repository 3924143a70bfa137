import type { Answer } from '../../api/client.ts';
import { useAnswer } from '../../parts/cabinet.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { useSalonNames } from '../../parts/salon-names.ts';
import { NothingYet } from '../../parts/nothing-yet.tsx';
import { Failed, Skeleton } from '../../parts/states.tsx';
import { TableHead } from '../../parts/table-head.tsx';

type Manager = Answer<'GET /api/managers'>['items'][number];

/** Whom deals have named as responsible. */
export function ManagersPage() {
  const { managers } = useLateWords().people;
  const read = useAnswer('GET /api/managers');
  const items = read.data?.items ?? [];
  return (
    <>
      <PageHead title={managers.title} about={managers.about} />
      {read.isPending && <Skeleton rows={4} />}
      {read.isError && <Failed error={read.error} onRetry={() => void read.refetch()} />}
      {read.isSuccess && items.length === 0 && <NothingYet title={managers.emptyTitle}>{managers.empty}</NothingYet>}
      {items.length > 0 && <ManagersTable items={items} />}
    </>
  );
}

function ManagersTable({ items }: { items: readonly Manager[] }) {
  const { managers } = useLateWords().people;
  const { nameOf } = useSalonNames();
  const format = useFormat();
  const { columns } = managers;
  const hasRoles = items.some(({ role }) => role !== undefined);
  return (
    <div className="sheet">
      <table className="table" aria-label={managers.count(items.length)}>
        <TableHead
          columns={[columns.name, ...(hasRoles ? [columns.role] : []), columns.salon, columns.id, columns.first]}
        />
        <tbody>
          {items.map(({ id, extId, name, role, salon, first }) => (
            <tr key={id}>
              <th scope="row">
                <bdi>{name ?? managers.nameless}</bdi>
              </th>
              {hasRoles && <td data-label={columns.role}>{role}</td>}
              <td data-label={columns.salon}>{nameOf(salon)}</td>
              <td data-label={columns.id}>{extId !== undefined && <code>{extId}</code>}</td>
              <td className="when" data-label={columns.first}>
                <time dateTime={first}>{format.date(first)}</time>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
