import type { Folded, FoldedRequest } from '../model/records.ts';
import type { Half } from '../model/reasons.ts';
import type { Fate } from './fate.ts';

/** What became of the two halves of an event, by the records of the sets that it belongs to. */
export function outcomesOf(fate: Fate, folds: Folded[]): { deal: Half; request: Half } {
  return {
    deal: fate.deal.outcome === 'go' ? dealOutcome(folds) : fate.deal,
    request: fate.request.outcome === 'go' ? requestOutcome(folds) : fate.request,
  };
}

const noId: Half = { outcome: 'failed', reason: 'no_id' };

function dealOutcome(folds: Folded[]): Half {
  return folds.some((folded) => folded.deal !== undefined) ? { outcome: 'done' } : noId;
}

/** Done if one of its requests counts; one that gave way to its bookings is asked only when they are not here. */
function requestOutcome(folds: Folded[]): Half {
  const requests = folds.flatMap((folded) => folded.request ?? []);
  const current = requests.filter((request) => !request.hidden.includes('superseded'));
  const reasons = (current.length > 0 ? current : requests).map(uncounted);
  if (reasons.length === 0) return noId;
  if (reasons.includes(undefined)) return { outcome: 'done' };
  return { outcome: 'ignored', reason: reasons.includes('not_from_widget') ? 'not_from_widget' : 'origin_unknown' };
}

function uncounted({ hidden }: FoldedRequest): 'not_from_widget' | 'origin_unknown' | undefined {
  if (hidden.includes('not_from_widget')) return 'not_from_widget';
  return hidden.includes('origin_unknown') ? 'origin_unknown' : undefined;
}
