import { useLateWords } from '../../parts/late-words.ts';
import { Section } from '../../parts/section.tsx';
import type { Job } from './job-state.tsx';
import { useOutcome } from './outcome.ts';

/** What a job would do, in words, before it does it. */
export function Forecast({ job }: { job: Job }) {
  const { jobs } = useLateWords();
  if (job.state === 'forecasting') {
    return (
      <Section title={jobs.forecast}>
        <p role="status">{jobs.forecasting}</p>
      </Section>
    );
  }
  return (
    <Section title={job.startedAt === undefined ? jobs.forecast : jobs.foretold}>
      {job.forecast === undefined ? <p>{jobs.noForecast}</p> : <Told job={job} forecast={job.forecast} />}
    </Section>
  );
}

/** Whether all that a job would do was forecast, and it is nothing. */
export function changesNothing({ forecast }: Job): boolean {
  if (forecast === undefined) return false;
  const { created, changed, removed } = forecast.records;
  return created + changed + removed === 0 && !forecast.more;
}

function Told({ job, forecast }: { job: Job; forecast: NonNullable<Job['forecast']> }) {
  const { jobs } = useLateWords();
  const outcomeOf = useOutcome();
  const { created, changed, removed, unchanged } = forecast.records;
  const records = [
    created > 0 && jobs.created(created),
    changed > 0 && jobs.changed(changed),
    removed > 0 && jobs.removed(removed),
    unchanged > 0 && jobs.unchanged(unchanged),
  ].filter((said) => said !== false);
  const nothing = changesNothing(job) ? (job.startedAt === undefined ? jobs.nothing : jobs.nothingFound) : undefined;
  const faults = Object.entries(forecast.outcomes).flatMap(([outcome, count]) => {
    const { name, isFault } = outcomeOf(outcome);
    return isFault ? [jobs.failed(count, name)] : [];
  });
  return (
    <>
      <p>{jobs.told(forecast.lines, forecast.more)}</p>
      <ul className="told">
        {[...records, ...faults].map((said) => (
          <li key={said}>{said}</li>
        ))}
      </ul>
      <p className="about">{nothing ?? jobs.noDoubles}</p>
    </>
  );
}
