import { useInfiniteQuery, type InfiniteData } from '@tanstack/react-query';
import type { Answer, CallError } from '../../api/client.ts';
import { Button } from '../../parts/button.tsx';
import { useCabinet, useKey } from '../../parts/cabinet.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { useWords } from '../../parts/language.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { useSalonNames } from '../../parts/salon-names.ts';
import { Empty, Failed, Skeleton } from '../../parts/states.tsx';
import { numbers, TableHead } from '../../parts/table-head.tsx';
import type { Problem } from './help.ts';
import { ProblemHelp } from './problem-help.tsx';

/** What is wrong with deliveries, by salon and reason, with the job that helps. */
export function ProblemsPage() {
  const { states } = useWords();
  const { problems } = useLateWords().jobs;
  const read = useProblems();
  const items = read.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHead title={problems.title} about={problems.about} />
      {read.isPending && <Skeleton rows={4} height={64} />}
      {read.isError && <Failed error={read.error} onRetry={() => void read.refetch()} />}
      {read.isSuccess && <ProblemsTable items={items} isAll={!read.hasNextPage} />}
      {read.hasNextPage && <Button onPress={() => void read.fetchNextPage()}>{states.more}</Button>}
    </>
  );
}

type ProblemsAnswer = Answer<'GET /api/problems'>;

function useProblems() {
  const { call } = useCabinet();
  const keyOf = useKey();
  return useInfiniteQuery<
    ProblemsAnswer,
    CallError,
    InfiniteData<ProblemsAnswer>,
    readonly unknown[],
    string | undefined
  >({
    queryKey: keyOf('GET /api/problems'),
    queryFn: ({ pageParam: cursor }) => call('GET /api/problems', { query: { cursor } }),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.cursor,
    refetchInterval: 15_000,
  });
}

function ProblemsTable({ items, isAll }: { items: readonly Problem[]; isAll: boolean }) {
  const { problems } = useLateWords().jobs;
  const { columns } = problems;
  if (items.length === 0 && isAll) return <Empty title={problems.emptyTitle}>{problems.empty}</Empty>;
  if (items.length === 0) return <p className="about">{problems.notHere}</p>;
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
        {jobs.problems.counted(format.number(count), more)}
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
