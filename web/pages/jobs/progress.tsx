import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { Section } from '../../parts/section.tsx';
import { isGoingOn, type Job } from './job-state.tsx';
import { useOutcome } from './outcome.ts';
import { StillToSend } from './still-to-send.tsx';

/** How far a job has come, and how what it did has ended. */
export function Progress({ job }: { job: Job }) {
  const { jobs } = useLateWords();
  const format = useFormat();
  const outcomeOf = useOutcome();
  const counts = Object.entries(job.counts);
  const saidOf = (outcome: string, count: number) => {
    const { name, isReason } = outcomeOf(outcome);
    return isReason && job.what === 'replay' ? jobs.failedAgain(count, name) : jobs.other(count, name);
  };
  const done = counts.reduce((sum, [, count]) => sum + count, 0);
  const { lines: all, more } = job.forecast ?? { lines: 0, more: true };
  const running = isGoingOn(job);
  return (
    <Section title={running ? jobs.progress : jobs.result}>
      <div className="progress" role="status">
        {running && <progress aria-label={jobs.progress} {...(more ? {} : { value: done, max: Math.max(all, 1) })} />}
        <span>{more ? jobs.done(done) : jobs.doneOf(done, format.number(all))}</span>
      </div>
      <ul className="told">
        {counts.map(([outcome, count]) => (
          <li key={outcome}>{saidOf(outcome, count)}</li>
        ))}
      </ul>
      {(job.what === 'backfill' || job.what === 'resend') && <StillToSend />}
      {running && <p className="about">{jobs.survives}</p>}
    </Section>
  );
}
