import type { Decided } from '../../../lib/model/records.ts';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { Link } from '../../parts/link.tsx';
import { useSalonNames } from '../../parts/salon-names.ts';

/** Which settings have decided, and who has changed that since. */
export function DecidedBy({ decided, salon }: { decided: Decided; salon: string }) {
  const { why } = useLateWords().records;
  const { nameOf } = useSalonNames();
  const format = useFormat();
  return (
    <p className="about">
      {why.settings(format.number(decided.version), nameOf(salon))}
      {decided.jobs.map((job) => (
        <span key={job}>
          {' '}
          {why.job} <Link to={`/jobs/${job}`}>{job}</Link>.
        </span>
      ))}
    </p>
  );
}
