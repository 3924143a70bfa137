import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Answer } from '../../api/client.ts';
import { useAnswer } from '../../parts/cabinet.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';

type Line = Answer<'GET /api/events'>['items'][number];

/** How often (ms) is asked while somebody waits for the first delivery. */
const waiting = 2000;

/** The latest delivery of a salon, in words. An earlier one that was accepted is asked for only when the latest was not. */
export function useFirstDelivery(salon: string | undefined) {
  const query = { salon: salon ?? '', limit: '1' };
  const seen = useAnswer('GET /api/events', { query }, { on: salon !== undefined, every: waiting });
  const latest = seen.data?.items[0];
  useNews(latest);
  const earlier = useAnswer(
    'GET /api/events',
    { query: { ...query, status: 'done' } },
    { on: latest !== undefined && latest.status !== 'done', every: waiting },
  );
  const say = useSaid();
  const accepted = latest?.status === 'done' ? latest : earlier.data?.items[0];
  const line = accepted ?? latest;
  return {
    isPending: seen.isPending || earlier.isLoading,
    /** Something came under the salon's URL, accepted or not. */
    isSeen: line !== undefined,
    isAccepted: accepted !== undefined,
    said: line && say(line),
    /** What was made of it. */
    made: accepted?.entities ?? [],
  };
}

/** What else the page says of the last delivery is read anew when there is another. */
function useNews(latest: Line | undefined): void {
  const client = useQueryClient();
  const latestAt = latest?.receivedAt;
  useEffect(() => {
    if (latestAt === undefined) return;
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === 'GET /api/salons/{id}/test' });
  }, [client, latestAt]);
}

function useSaid(): (line: Line) => string {
  const { salon, faults, reasons } = useLateWords();
  const format = useFormat();
  const said = salon.guide;
  return (line) => {
    const when = format.moment(line.receivedAt);
    if (line.refusal !== undefined) {
      const { reason } = line.refusal;
      return `${said.refused(when, faults.reasons[reason])} ${reasons[reason].next}`;
    }
    const [deal, request] = [line.deal, line.request];
    const made = [request.outcome === 'done' && said.made.request, deal.outcome === 'done' && said.made.deal];
    const words = made.filter((part) => part !== false);
    if (words.length > 0) return said.came(when, said.kinds[line.kind ?? 'event'], `: ${words.join(', ')}`);
    const reason = 'reason' in request ? request.reason : 'reason' in deal ? deal.reason : undefined;
    return reason === undefined
      ? said.came(when, said.kinds[line.kind ?? 'event'], '')
      : `${said.ignored(when, faults.reasons[reason])} ${reasons[reason].next}`;
  };
}
