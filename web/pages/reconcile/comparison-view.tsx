import type { ReactNode } from 'react';
import { useAnswer } from '../../parts/cabinet.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { Link } from '../../parts/link.tsx';
import { Section } from '../../parts/section.tsx';
import { TableHead } from '../../parts/table-head.tsx';
import { recordIdOf, recordPath } from '../records/paths.ts';
import type { Comparison, Difference, Field, Ours } from './compare.ts';
import type { Kind } from './use-ours.ts';

/** Rows of each kind that are shown, and missing ones that are looked for elsewhere. */
const mostShown = 200;
const mostLookedFor = 20;

interface ComparisonViewProps {
  comparison: Comparison;
  kind: Kind;
  salon: string;
}

/** What an export has and we have not, the other way round, and what differs. */
export function ComparisonView({ comparison, kind, salon }: ComparisonViewProps) {
  const { reconcile } = useLateWords();
  const { missing, extra, different, same, repeated, withoutId } = comparison;
  return (
    <>
      <p className="verdict" role="status">
        {reconcile.result(missing.length, extra.length, different.length)} {reconcile.same(same)}
      </p>
      {repeated > 0 && <p className="about">{reconcile.repeated(repeated)}</p>}
      {withoutId > 0 && <p className="about">{reconcile.withoutId(withoutId)}</p>}
      <Part title={reconcile.missing} next={reconcile.missingNext} count={missing.length}>
        <ul className="told">
          {missing.slice(0, mostShown).map((id, at) => (
            <li key={id}>
              <bdi>{id}</bdi>
              {at < mostLookedFor && <Elsewhere kind={kind} id={idOf(kind, salon, id)} />}
            </li>
          ))}
        </ul>
      </Part>
      <Part title={reconcile.extra} next={reconcile.extraNext} count={extra.length}>
        <ul className="told">
          {extra.slice(0, mostShown).map((ours) => (
            <li key={ours.id}>
              <Record kind={kind} ours={ours} />
            </li>
          ))}
        </ul>
      </Part>
      <Part title={reconcile.different} next={reconcile.differentNext} count={different.length}>
        <DifferentTable kind={kind} different={different.slice(0, mostShown)} />
      </Part>
    </>
  );
}

function idOf(kind: Kind, salon: string, extId: string): string {
  return recordIdOf(salon, kind === 'deals' ? 'd' : 'b', extId);
}

interface PartProps {
  title: string;
  next: string;
  count: number;
  children: ReactNode;
}

function Part({ title, next, count, children }: PartProps) {
  const { reconcile } = useLateWords();
  if (count === 0) return null;
  return (
    <Section title={`${title}: ${count}`} about={next}>
      {children}
      {count > mostShown && <p className="about">{reconcile.first(mostShown)}</p>}
    </Section>
  );
}

/** What an export has of one day may stand here on another. */
function Elsewhere({ kind, id }: { kind: Kind; id: string }) {
  const { reconcile } = useLateWords();
  const deal = useAnswer('GET /api/deals/{id}', { id }, { on: kind === 'deals' });
  const request = useAnswer('GET /api/requests/{id}', { id }, { on: kind === 'requests' });
  if (!deal.isSuccess && !request.isSuccess) return null;
  return (
    <>
      {' — '}
      <Link to={recordPath(kind, id)}>{reconcile.elsewhere}</Link>
    </>
  );
}

function Record({ kind, ours }: { kind: Kind; ours: Ours }) {
  const format = useFormat();
  return (
    <>
      <Link to={recordPath(kind, ours.id)}>{ours.extId}</Link> <span className="about">{format.date(ours.day)}</span>
    </>
  );
}

function DifferentTable({ kind, different }: { kind: Kind; different: readonly Difference[] }) {
  const { reconcile } = useLateWords();
  const { table, columns } = reconcile;
  const format = useFormat();
  const oursOf: Record<Field, (ours: Ours) => string | undefined> = {
    amount: ({ amount }) => (amount === undefined ? undefined : format.amount(amount)),
    day: ({ day }) => format.date(day),
    stage: ({ stage }) => stage,
  };
  return (
    <table className="table table-small" aria-label={reconcile.different}>
      <TableHead columns={[table.id, table.field, table.ours, table.theirs]} />
      <tbody>
        {different.flatMap(({ ours, fields }) =>
          fields.map(({ field, theirs }) => (
            <tr key={`${ours.id} ${field}`}>
              <th scope="row">
                <Record kind={kind} ours={ours} />
              </th>
              <td>{columns[field]}</td>
              <td data-label={table.ours}>
                <bdi>{oursOf[field](ours) ?? '—'}</bdi>
              </td>
              <td data-label={table.theirs}>
                <bdi>{theirs === '' ? '—' : theirs}</bdi>
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}
