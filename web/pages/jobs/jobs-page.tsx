import type { Answer } from '../../api/client.ts';
import { useCabinet } from '../../parts/cabinet.tsx';
import { useFormat } from '../../parts/format.ts';
import { useWords } from '../../parts/language.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { Link } from '../../parts/link.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Paged } from '../../parts/paged.tsx';
import { usePagesOf } from '../../parts/pages-of.ts';
import { useSalonNames } from '../../parts/salon-names.ts';
import { Empty } from '../../parts/states.tsx';
import { TableHead } from '../../parts/table-head.tsx';
import { JobState } from './job-state.tsx';

/** All jobs of the account, newest first. */
export function JobsPage() {
  const { jobs } = useLateWords();
  const { call } = useCabinet();
  const readPage = (cursor: string | undefined) => call('GET /api/jobs', { query: { cursor } });
  const list = usePagesOf('GET /api/jobs', {}, readPage, { refetchInterval: 5000 });
  return (
    <>
      <PageHead title={jobs.title} about={jobs.about} />
      <Paged list={list} empty={<NoJobs />} rows={4}>
        <JobsTable items={list.items} />
      </Paged>
    </>
  );
}

function NoJobs() {
  const { jobs } = useLateWords();
  return (
    <Empty title={jobs.emptyTitle} act={<Link to="/problems">{jobs.toProblems}</Link>}>
      {jobs.empty}
    </Empty>
  );
}

type Job = Answer<'GET /api/jobs'>['items'][number];

function JobsTable({ items }: { items: readonly Job[] }) {
  const { jobs } = useLateWords();
  const { salons } = useWords();
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
              <td>{job.salon === undefined ? salons.all : nameOf(job.salon)}</td>
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
