import { useCabinet } from '../../parts/cabinet.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { Link } from '../../parts/link.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Paged } from '../../parts/paged.tsx';
import { usePagesOf } from '../../parts/pages-of.ts';
import { useSalonNames } from '../../parts/salon-names.ts';
import { NothingYet } from '../../parts/nothing-yet.tsx';
import { numbers, TableHead } from '../../parts/table-head.tsx';
import type { Problem } from './help.ts';
import { ProblemHelp } from './problem-help.tsx';

/** What is wrong with deliveries, by salon and reason, with the job that helps. */
export function ProblemsPage() {
  const { problems } = useLateWords().jobs;
  const { call } = useCabinet();
  const readPage = (cursor: string | undefined) => call('GET /api/problems', { query: { cursor } });
  const list = usePagesOf('GET /api/problems', {}, readPage, { refetchInterval: 15_000 });
  return (
    <>
      <PageHead title={problems.title} about={problems.about} />
      <Paged list={list} empty={<NoProblems isAll={!list.pages.hasNextPage} />} rows={4} height={64}>
        <ProblemsTable items={list.items} />
      </Paged>
    </>
  );
}

/** `isAll`: of no salon; else of none that was looked at. */
function NoProblems({ isAll }: { isAll: boolean }) {
  const { problems } = useLateWords().jobs;
  if (isAll) return <NothingYet title={problems.emptyTitle}>{problems.empty}</NothingYet>;
  return <p className="about">{problems.notHere}</p>;
}

function ProblemsTable({ items }: { items: readonly Problem[] }) {
  const { problems } = useLateWords().jobs;
  const { columns } = problems;
  return (
    <div className="sheet">
      <table className="table table-problems" aria-label={problems.title}>
        <TableHead columns={[columns.reason, numbers(columns.count), columns.period, columns.act]} />
        <tbody>
          {items.map((problem) => (
            <ProblemRow key={`${problem.salon ?? ''} ${problem.reason}`} problem={problem} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ProblemRow({ problem }: { problem: Problem }) {
  const { jobs, reasons } = useLateWords();
  const { nameOf } = useSalonNames();
  const format = useFormat();
  const { salon, reason, count, more, first, last } = problem;
  return (
    <tr>
      <th scope="row">
        <strong>{reasons[reason].name}</strong>
        <span className="under">{salon === undefined ? jobs.problems.strays : nameOf(salon)}</span>
        <p className="about">{reasons[reason].said}</p>
        <p className="about next">{reasons[reason].next}</p>
      </th>
      <td className="number" data-label={jobs.problems.columns.count}>
        <Lines problem={problem} said={jobs.problems.counted(format.number(count), more)} />
      </td>
      <td data-label={jobs.problems.columns.period}>
        <time dateTime={first}>{format.moment(first)}</time>
        {format.moment(last) !== format.moment(first) && (
          <>
            <br />
            <time dateTime={last}>{format.moment(last)}</time>
          </>
        )}
      </td>
      <td>
        <ProblemHelp problem={problem} />
      </td>
    </tr>
  );
}

/** The number of a salon's group leads to exactly its lines. */
function Lines({ problem: { salon, reason, first }, said }: { problem: Problem; said: string }) {
  const format = useFormat();
  if (salon === undefined) return said;
  return <Link to={`/journal?salon=${salon}&problem=${reason}&from=${format.day(first)}`}>{said}</Link>;
}
