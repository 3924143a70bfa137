import type { OutboundShown } from '../../../lib/model/api-outbound.ts';
import { useAnswer } from '../../parts/cabinet.tsx';
import { Chip } from '../../parts/chip.tsx';
import { CodeLine } from '../../parts/code-line.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
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

interface DeliveryPartProps {
  record: string;
  /** Whether lists leave it out. */
  isHidden: boolean;
  delivery: OutboundShown;
}

/** How it stands with a record in CoMagic. */
export function DeliveryPart({ record, isHidden, delivery }: DeliveryPartProps) {
  const { shown } = useLateWords().connection;
  const { state, mnemonic, field, remoteId } = delivery;
  const sentence = useSentenceOf(delivery, isHidden);
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

function useSentenceOf({ state, at }: OutboundShown, isHidden: boolean): string {
  const { shown } = useLateWords().connection;
  const format = useFormat();
  const connection = useAnswer('GET /api/connection', {}, { on: state === 'off' });
  const isOn = connection.data?.isOn ?? true;
  const when = at === undefined ? '' : format.moment(at);
  const isLater = at !== undefined && Date.parse(at) > Date.now();
  return {
    off: !isOn ? shown.off.account : isHidden ? shown.off.hidden : shown.off.other,
    waiting: isLater ? shown.waitingUntil(when) : shown.waiting,
    sent: shown.sent(when),
    refused: shown.refused(when),
    differs: shown.differs(when),
  }[state];
}
