import { useInfiniteQuery, type InfiniteData } from '@tanstack/react-query';
import type { Answer, CallError } from '../../api/client.ts';
import { Button } from '../../parts/button.tsx';
import { useCabinet, useKey } from '../../parts/cabinet.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { useWords } from '../../parts/language.tsx';
import { Link } from '../../parts/link.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { useSalonNames } from '../../parts/salon-names.ts';
import { Empty, Failed, Skeleton } from '../../parts/states.tsx';
import { TableHead } from '../../parts/table-head.tsx';
import { JobState } from './job-state.tsx';

/** All jobs of the account, newest first. */
export function JobsPage() {
  const { states } = useWords();
  const { jobs } = useLateWords();
  const read = useJobs();
  const items = read.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHead title={jobs.title} about={jobs.about} />
      {read.isPending && <Skeleton rows={4} />}
      {read.isError && <Failed error={read.error} onRetry={() => void read.refetch()} />}
      {read.isSuccess && items.length === 0 && <Empty title={jobs.emptyTitle}>{jobs.empty}</Empty>}
      {items.length > 0 && <JobsTable items={items} />}
      {read.hasNextPage && <Button onPress={() => void read.fetchNextPage()}>{states.more}</Button>}
    </>
  );
}

type JobsAnswer = Answer<'GET /api/jobs'>;

function useJobs() {
  const { call } = useCabinet();
  const keyOf = useKey();
  return useInfiniteQuery<JobsAnswer, CallError, InfiniteData<JobsAnswer>, readonly unknown[], string | undefined>({
    queryKey: keyOf('GET /api/jobs'),
    queryFn: ({ pageParam: cursor }) => call('GET /api/jobs', { query: { cursor } }),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.cursor,
    refetchInterval: 5000,
  });
}

function JobsTable({ items }: { items: JobsAnswer['items'] }) {
  const { jobs } = useLateWords();
  const { nameOf } = useSalonNames();
  const format = useFormat();
  return (
    <div className="sheet">
      <table className="table" aria-label={jobs.title}>
        <TableHead columns={[jobs.columns.what, jobs.columns.salon, jobs.columns.state, jobs.columns.when]} />
        <tbody>
          {items.map((job) => (
            <tr key={job.id}>
              <th scope="row">
                <Link to={`/jobs/${job.id}`}>{jobs.what[job.what]}</Link>
              </th>
              <td>{nameOf(job.salon)}</td>
              <td>
                <JobState state={job.state} />
              </td>
              <td>{format.moment(job.createdAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
