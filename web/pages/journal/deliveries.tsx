import type { Answer } from '../../api/client.ts';
import { Chip } from '../../parts/chip.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { Section } from '../../parts/section.tsx';
import { LineState } from './line-state.tsx';
import { reasonsOf, useMade } from './line-words.ts';

type Delivery = Answer<'GET /api/events/{id}'>['deliveries'][number];

/** Every time that an event was sent, newest first. */
export function Deliveries({ deliveries }: { deliveries: readonly Delivery[] }) {
  const { journal, reasons } = useLateWords();
  const format = useFormat();
  const made = useMade();
  return (
    <Section title={journal.deliveries(deliveries.length)}>
      <ol className="time-line">
        {deliveries.map((delivery) => (
          <li key={delivery.receivedAt}>
            <time dateTime={delivery.receivedAt}>{format.second(delivery.receivedAt)}</time>
            <span className="row became">
              <LineState status={delivery.status} />
              <span>
                {reasonsOf(delivery)
                  .map((reason) => reasons[reason].name)
                  .join(', ') || made(delivery)}
              </span>
              {delivery.replay > 0 && <Chip tone="calm">{journal.replay}</Chip>}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
