import type { Problem } from '../../../lib/model/journal.ts';
import type { Answer } from '../../api/client.ts';
import { useLateWords } from '../../parts/late-words.ts';

export type Line = Answer<'GET /api/events'>['items'][number];
type Told = Pick<Line, 'kind' | 'act' | 'deal' | 'request' | 'refusal'>;

/** What a line of the journal is about, in words. */
export function useLineTitle(): (line: Told) => string {
  const { journal } = useLateWords();
  return ({ kind, act, refusal }) => {
    if (kind === undefined) return refusal === undefined ? journal.event : journal.delivery;
    return act === undefined ? journal.kinds[kind] : journal.events[kind][act];
  };
}

/** What a delivery has made, as a sentence. */
export function useMade(): (line: Told) => string {
  const { journal } = useLateWords();
  return ({ request, deal }) => {
    const made = [request.outcome === 'done' && journal.made.request, deal.outcome === 'done' && journal.made.deal];
    const said = made.filter((part) => part !== false).join(', ') || journal.nothing;
    return said.charAt(0).toUpperCase() + said.slice(1);
  };
}

export function hasMade({ request, deal }: Told): boolean {
  return request.outcome === 'done' || deal.outcome === 'done';
}

/** Why it made nothing, or less: each once. */
export function reasonsOf({ deal, request, refusal }: Told): Problem[] {
  const said = [request, deal].flatMap((half) => ('reason' in half ? [half.reason] : []));
  return [...new Set<Problem>([...said, ...(refusal === undefined ? [] : [refusal.reason])])];
}
