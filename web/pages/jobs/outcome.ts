import { useLateWords } from '../../parts/late-words.ts';
import { isProblem } from '../journal/problem-names.ts';

/** What a count of a job says: `done`, `ignored:requests_disabled` and so on. */
export function useOutcome(): (outcome: string) => { name: string; isFault: boolean; isReason: boolean } {
  const { jobs, reasons } = useLateWords();
  return (outcome) => {
    const [, reason = ''] = outcome.split(':');
    if (isProblem(reason)) return { name: reasons[reason].name, isFault: true, isReason: true };
    const names = new Map<string, string>(Object.entries(jobs.outcomes));
    const isFault = outcome === 'gaveUp' || outcome === 'unavailable';
    return { name: names.get(outcome) ?? outcome, isFault, isReason: false };
  };
}
