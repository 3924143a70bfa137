import { useLocation } from 'wouter';
import type { Answer } from '../../api/client.ts';
import { Button } from '../../parts/button.tsx';
import { useAct, useCabinet } from '../../parts/cabinet.tsx';
import { useFormat } from '../../parts/format.ts';
import { useWords } from '../../parts/language.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Paged } from '../../parts/paged.tsx';
import { usePagesOf } from '../../parts/pages-of.ts';
import { Section } from '../../parts/section.tsx';
import { useFailure } from '../../parts/states.tsx';
import { TableHead } from '../../parts/table-head.tsx';

type Salon = Answer<'GET /api/salons'>['items'][number];

const limit = '20';

/** Salons that were deleted, each with a way back; nothing where there are none. */
export function DeletedSalons() {
  const { salons } = useWords();
  const { call } = useCabinet();
  const list = usePagesOf('GET /api/salons', { limit, deleted: true }, (cursor) =>
    call('GET /api/salons', { query: { limit, cursor, deleted: 'true' } }),
  );
  const failure = useFailure();
  const restore = useRestore();
  const { isPending, isSuccess } = list.pages;
  if (isPending || (isSuccess && list.items.length === 0)) return null;
  return (
    <Section title={salons.deleted} about={salons.deletedAbout}>
      {restore.error !== null && <Notice tone="bad">{failure(restore.error)}</Notice>}
      <Paged list={list} empty={null} rows={1} height={64}>
        <DeletedTable items={list.items} restore={restore} />
      </Paged>
    </Section>
  );
}

/** Brings a salon back and leads to its page. It belongs to what stays on the page when the table loses its last row. */
function useRestore() {
  const [, navigate] = useLocation();
  const act = useAct('POST /api/salons/{id}/restore', ['GET /api/salons', 'GET /api/salons/{id}']);
  const run = (id: string) => {
    act.mutate(
      { id },
      {
        onSuccess: () => {
          navigate(`/salons/${id}`);
        },
      },
    );
  };
  return { run, isPending: act.isPending, error: act.error };
}

interface DeletedTableProps {
  items: readonly Salon[];
  restore: { run: (id: string) => void; isPending: boolean };
}

function DeletedTable({ items, restore: { run, isPending } }: DeletedTableProps) {
  const { salons } = useWords();
  const { mayChange } = useCabinet();
  return (
    <table className="table table-small" aria-label={salons.deleted}>
      <TableHead columns={[salons.columns.salon, salons.deletedAt]} hasActs={mayChange} />
      <tbody>
        {items.map((salon) => (
          <DeletedRow key={salon.id} salon={salon} isPending={isPending} {...(mayChange ? { back: run } : {})} />
        ))}
      </tbody>
    </table>
  );
}

interface DeletedRowProps {
  salon: Salon;
  isPending: boolean;
  /** Absent: they may not. */
  back?: (id: string) => void;
}

function DeletedRow({ salon: { id, salonName, salonLogin, salonId, deletedAt }, isPending, back }: DeletedRowProps) {
  const { salons } = useWords();
  const format = useFormat();
  const name = salonName ?? salons.unnamed;
  return (
    <tr>
      <th scope="row">
        <bdi>{name}</bdi>
        <span className="under">
          {salonLogin}
          {salonId !== undefined && <span className="id">ID {salonId}</span>}
        </span>
      </th>
      <td data-label={salons.deletedAt}>
        {deletedAt !== undefined && <time dateTime={deletedAt}>{format.moment(deletedAt)}</time>}
      </td>
      {back !== undefined && (
        <td className="act">
          <Button
            aria-label={salons.restore(name)}
            isDisabled={isPending}
            onPress={() => {
              back(id);
            }}
          >
            {salons.restoreShort}
          </Button>
        </td>
      )}
    </tr>
  );
}
