import type { OutboundShown } from '../../../lib/model/api-outbound.ts';
import { useAnswer } from '../../parts/cabinet.tsx';
import { Chip } from '../../parts/chip.tsx';
import { CodeLine } from '../../parts/code-line.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { isTestSalon } from '../../parts/test-salon.ts';
import { PanelPart } from './panel.tsx';
import { Refusal } from './refusal.tsx';
import { Resend } from './resend.tsx';

const tones = { off: 'calm', waiting: 'calm', sent: 'good', refused: 'bad', differs: 'warn' } as const satisfies Record<
  OutboundShown['state'],
  string
>;

/** A record that waits to be sent is read anew (every so many ms) until it was. */
export const whileWaiting = {
  every: 5000,
  while: ({ delivery }: { delivery: OutboundShown }) => delivery.state === 'waiting',
};

type OffFor = 'test' | 'hidden' | 'noContact' | 'other';

/** What keeps a record from being sent, as far as it says itself. */
export function offFor({
  salon,
  hidden,
  noContact = false,
}: {
  salon: string;
  hidden: readonly unknown[];
  noContact?: boolean;
}): OffFor {
  if (isTestSalon(salon)) return 'test';
  if (hidden.length > 0) return 'hidden';
  return noContact ? 'noContact' : 'other';
}

interface DeliveryPartProps {
  record: string;
  /** Why it is not sent, where it is not and its account sends. */
  offFor: OffFor;
  delivery: OutboundShown;
}

/** How it stands with a record in CoMagic. */
export function DeliveryPart({ record, offFor, delivery }: DeliveryPartProps) {
  const { shown } = useLateWords().connection;
  const { state, mnemonic, field, remoteId } = delivery;
  const sentence = useSentenceOf(delivery, offFor);
  return (
    <PanelPart id="comagic" title={shown.title}>
      <p className="row">
        <Chip tone={tones[state]}>{shown.name[state]}</Chip>
        <span>{sentence}</span>
      </p>
      {state === 'refused' && mnemonic !== undefined && <Refusal refused={{ mnemonic, field }} />}
      {state === 'refused' && <Resend record={record} />}
      <CodeLine name={shown.remoteId} code={remoteId} />
    </PanelPart>
  );
}

function useSentenceOf({ state, at }: OutboundShown, offFor: OffFor): string {
  const { shown } = useLateWords().connection;
  const format = useFormat();
  const connection = useAnswer('GET /api/connection', {}, { on: state === 'off' });
  const isOn = connection.data?.isOn;
  const when = at === undefined ? '' : format.moment(at);
  const isLater = at !== undefined && Date.parse(at) > Date.now();
  return {
    off: isOn === undefined ? '' : shown.off[isOn ? offFor : 'account'],
    waiting: isLater ? shown.waitingUntil(when) : shown.waiting,
    sent: shown.sent(when),
    refused: shown.refused(when),
    differs: shown.differs(when),
  }[state];
}
