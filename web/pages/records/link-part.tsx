import type { OutboundShown } from '../../../lib/model/api-outbound.ts';
import { Button } from '../../parts/button.tsx';
import { useAct, useCabinet } from '../../parts/cabinet.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { useReasonWords } from '../../parts/reason-words.ts';
import { useFailure } from '../../parts/states.tsx';
import { PanelPart } from './panel.tsx';

interface LinkPartProps {
  deal: string;
  link: OutboundShown['link'];
  /** Since when an answer is waited for; empty: none is. */
  askedAt: string;
  onAsked: (at: string) => void;
}

/** With what CoMagic has joined a deal, and the way to ask. */
export function LinkPart({ deal, link, askedAt, onAsked }: LinkPartProps) {
  const { link: said } = useLateWords().connection;
  const { mayChange } = useCabinet();
  const failure = useFailure();
  const ask = useAct('POST /api/deals/{id}/link');
  return (
    <PanelPart id="link" title={said.title}>
      <p>{useSentenceOf(link)}</p>
      {mayChange && (
        <div>
          <Button
            isDisabled={ask.isPending}
            onPress={() => {
              ask.mutate(
                { id: deal },
                {
                  onSuccess: ({ askedAt: at }) => {
                    onAsked(at);
                  },
                },
              );
            }}
          >
            {said.ask}
          </Button>
          <p className="about" role="status">
            {isAwaited(link, askedAt) && said.asking}
          </p>
        </div>
      )}
      {ask.isError && <p className="error">{failure(ask.error)}</p>}
    </PanelPart>
  );
}

export function isAwaited(link: OutboundShown['link'], askedAt: string): boolean {
  return askedAt !== '' && (link?.at ?? '') < askedAt;
}

function useSentenceOf(link: OutboundShown['link']): string {
  const { link: said } = useLateWords().connection;
  const wordsOf = useReasonWords();
  const format = useFormat();
  if (link === undefined) return said.never;
  const { at, failed, communicationId, communicationType = '' } = link;
  if (failed !== undefined) {
    const { said: why, next } = wordsOf(failed);
    return `${why} ${next}`;
  }
  const when = format.moment(at);
  if (communicationId === undefined) return said.none(when);
  return said.joined(
    isKind(communicationType) ? said.kinds[communicationType] : said.kinds.other,
    communicationId,
    when,
  );
}

const kinds = ['call', 'chat', 'offline_message', 'goal', 'email'] as const;

function isKind(type: string): type is (typeof kinds)[number] {
  return kinds.some((kind) => kind === type);
}
