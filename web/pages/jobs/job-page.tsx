import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Button } from '../../parts/button.tsx';
import { useAct, useAnswer, useCabinet } from '../../parts/cabinet.tsx';
import { Failure } from '../../parts/failure.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { Link } from '../../parts/link.tsx';
import { PageFailed } from '../../parts/page-failed.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { useSalonNames } from '../../parts/salon-names.ts';
import { Skeleton } from '../../parts/states.tsx';
import { ByHand } from './by-hand.tsx';
import { changesNothing, Forecast } from './forecast.tsx';
import { isGoingOn, JobState, type Job } from './job-state.tsx';
import { Progress } from './progress.tsx';

/** How often (ms) a job that goes on is asked for. */
const every = 1000;

/** One job: what it would do, how far it is, how it ended. Its address is all that a reload needs. */
export function JobPage({ id }: { id: string }) {
  const job = useAnswer('GET /api/jobs/{id}', { id }, { every, while: isGoingOn });
  useForgetting(job.data);
  if (job.isSuccess) return <Shown job={job.data} />;
  if (job.isError) return <PageFailed error={job.error} onRetry={() => void job.refetch()} />;
  return <Skeleton rows={4} height={64} />;
}

/** What was read before a job ended may be other than it is now: it is read anew when it is shown next. */
function useForgetting(job: Job | undefined): void {
  const client = useQueryClient();
  const isEnded = job?.endedAt !== undefined;
  useEffect(() => {
    if (isEnded) void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== 'GET /api/jobs/{id}' });
  }, [client, isEnded]);
}

function Shown({ job }: { job: Job }) {
  const { jobs } = useLateWords();
  const { nameOf } = useSalonNames();
  const format = useFormat();
  return (
    <>
      <nav className="crumbs">
        <Link to="/jobs">{jobs.toJobs}</Link>
      </nav>
      <PageHead
        title={jobs.what[job.what]}
        about={[nameOf(job.salon), format.moment(job.createdAt)].filter((said) => said !== '').join(' · ')}
      >
        <div className="row">
          <JobState state={job.state} />
          <Acts job={job} />
        </div>
      </PageHead>
      {job.startedAt !== undefined && <Progress job={job} />}
      {job.byHand !== undefined && job.byHand.length > 0 && <ByHand items={job.byHand} />}
      {!marksAlone(job) && <Forecast job={job} />}
    </>
  );
}

/** Such a job starts as soon as it is asked for: it has nothing to tell before. */
function marksAlone({ what }: Job): boolean {
  return what === 'resend' || what === 'backfill';
}

function Acts({ job }: { job: Job }) {
  const { jobs } = useLateWords();
  const { mayChange } = useCabinet();
  const start = useAct('POST /api/jobs/{id}/start', ['GET /api/jobs/{id}', 'GET /api/jobs']);
  const stop = useAct('POST /api/jobs/{id}/stop', ['GET /api/jobs/{id}', 'GET /api/jobs', 'GET /api/problems']);
  const error = start.error ?? stop.error;
  if (!mayChange) return null;
  const mayStop = job.state === 'forecasting' || job.state === 'ready' || job.state === 'running';
  return (
    <>
      {job.state === 'ready' && (
        <Button
          look={changesNothing(job) ? 'plain' : 'main'}
          isDisabled={start.isPending}
          onPress={() => {
            start.mutate({ id: job.id });
          }}
        >
          {jobs.start}
        </Button>
      )}
      {mayStop && (
        <Button
          isDisabled={stop.isPending}
          onPress={() => {
            stop.mutate({ id: job.id });
          }}
        >
          {job.startedAt === undefined ? jobs.cancel : jobs.stop}
        </Button>
      )}
      <Failure error={error} />
    </>
  );
}
