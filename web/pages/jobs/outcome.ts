import type { Problem } from '../../../lib/model/journal.ts';
import { useLateWords, type LateWords } from '../../parts/late-words.ts';

/** What a count of a job says: `done`, `ignored:requests_disabled` and so on. */
export function useOutcome(): (outcome: string) => { name: string; isFault: boolean } {
  const { jobs, reasons } = useLateWords();
  return (outcome) => {
    const [, reason = ''] = outcome.split(':');
    if (isReason(reasons, reason)) return { name: reasons[reason].name, isFault: true };
    const names = new Map<string, string>(Object.entries(jobs.outcomes));
    return { name: names.get(outcome) ?? outcome, isFault: outcome === 'gaveUp' || outcome === 'unavailable' };
  };
}

function isReason(reasons: LateWords['reasons'], name: string): name is Problem {
  return Object.hasOwn(reasons, name);
}
