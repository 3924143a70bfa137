import type { Problem } from '../../../lib/model/journal.ts';
import { useCabinet } from '../../parts/cabinet.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { Link } from '../../parts/link.tsx';
import { testedSalon } from '../../parts/test-salon.ts';
import { pageOf } from './problem-names.ts';

/** The way to where something can be done about a reason, for whoever may change something. */
export function WhereMended({ salon, reason }: { salon: string | undefined; reason: Problem }) {
  const { problems } = useLateWords().jobs;
  const { mayChange } = useCabinet();
  const page = pageOf[reason];
  if (!mayChange || salon === undefined || page === undefined) return null;
  return page === 'fields' ? (
    <Link to={`/salons/${testedSalon(salon)}/fields`}>{problems.toFields}</Link>
  ) : (
    <Link to={`/salons/${testedSalon(salon)}`}>{problems.toSettings}</Link>
  );
}
