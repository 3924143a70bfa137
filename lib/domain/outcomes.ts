import type { FoldedDeal } from '../model/deal.ts';
import type { Half } from '../model/reasons.ts';
import type { FoldedRequest } from '../model/request.ts';
import type { Fate } from './fate.ts';

/** What an event's sets were folded into. `superseded`: the deal's own request is, and is none of these. */
export interface Made {
  deal?: FoldedDeal | undefined;
  requests: FoldedRequest[];
  superseded?: boolean | undefined;
}

/** What became of the two halves of an event, by the records of the sets that it belongs to. */
export function outcomesOf(fate: Fate, made: Made): { deal: Half; request: Half } {
  return {
    deal: fate.deal.outcome === 'go' ? dealOutcome(made) : fate.deal,
    request: fate.request.outcome === 'go' ? requestOutcome(made) : fate.request,
  };
}

const noId: Half = { outcome: 'failed', reason: 'no_id' };

function dealOutcome({ deal }: Made): Half {
  return deal === undefined ? noId : { outcome: 'done' };
}

/** Done if one of its requests counts. */
export function requestOutcome({ requests, superseded }: Pick<Made, 'requests' | 'superseded'>): Half {
  const reasons = requests.map(uncounted);
  if (reasons.length === 0) return superseded ? { outcome: 'done' } : noId;
  if (reasons.includes(undefined)) return { outcome: 'done' };
  return { outcome: 'ignored', reason: reasons.includes('not_from_widget') ? 'not_from_widget' : 'origin_unknown' };
}

function uncounted({ hidden }: FoldedRequest): 'not_from_widget' | 'origin_unknown' | undefined {
  if (hidden.includes('not_from_widget')) return 'not_from_widget';
  return hidden.includes('origin_unknown') ? 'origin_unknown' : undefined;
}
