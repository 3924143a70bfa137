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

interface Sendable {
  id: string;
  salon: string;
  /** Why lists leave it out. */
  hidden: readonly unknown[];
  noContact?: boolean;
  delivery: OutboundShown;
}

/** How it stands with a record in CoMagic. */
export function DeliveryPart({ record }: { record: Sendable }) {
  const { shown } = useLateWords().connection;
  const { state, mnemonic, field, remoteId } = record.delivery;
  const sentence = useSentenceOf(record);
  return (
    <PanelPart id="comagic" title={shown.title}>
      <p className="row">
        <Chip tone={tones[state]}>{shown.name[state]}</Chip>
        <span>{sentence}</span>
      </p>
      {state === 'refused' && mnemonic !== undefined && <Refusal refused={{ mnemonic, field }} />}
      {state === 'refused' && <Resend record={record.id} />}
      <CodeLine name={shown.remoteId} code={remoteId} />
    </PanelPart>
  );
}

/** What keeps a record from being sent by an account that sends, as far as it says itself. */
function offFor({ salon, hidden, noContact = false }: Sendable): 'test' | 'hidden' | 'noContact' | 'other' {
  if (isTestSalon(salon)) return 'test';
  if (hidden.length > 0) return 'hidden';
  return noContact ? 'noContact' : 'other';
}

function useSentenceOf(record: Sendable): string {
  const { state, at } = record.delivery;
  const { shown } = useLateWords().connection;
  const format = useFormat();
  const connection = useAnswer('GET /api/connection', {}, { on: state === 'off' });
  const isOn = connection.data?.isOn;
  const when = at === undefined ? '' : format.moment(at);
  const isLater = at !== undefined && Date.parse(at) > Date.now();
  return {
    off: isOn === undefined ? '' : shown.off[isOn ? offFor(record) : 'account'],
    waiting: isLater ? shown.waitingUntil(when) : shown.waiting,
    sent: shown.sent(when),
    refused: shown.refused(when),
    differs: shown.differs(when),
  }[state];
}
