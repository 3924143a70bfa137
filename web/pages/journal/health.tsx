import type { Answer } from '../../api/client.ts';
import { useAnswer } from '../../parts/cabinet.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';

type HealthAnswer = Answer<'GET /api/health'>;

/** Whether all that was taken is here: the journal today, the queue, what is set aside, and what that means. */
export function Health() {
  const { health } = useLateWords().journal;
  const format = useFormat();
  const read = useAnswer('GET /api/health', {}, { every: 15_000 });
  if (!read.isSuccess) return <div className="health" />;
  const { today, parked, lastEventAt } = read.data;
  const count = ({ count: number, more }: { count: number; more: boolean }) =>
    more ? health.more(format.number(number)) : format.number(number);
  const waiting = waitingIn(read.data.queues);
  const facts = [
    health.today(count(today)),
    health.queue(format.number(waiting)),
    health.parked(count(parked)),
    ...(lastEventAt === undefined ? [] : [health.last(format.ago(lastEventAt))]),
  ];
  const meaning = parked.count > 0 ? health.stuck : waiting > 0 ? health.busy : health.calm;
  return (
    <section className="health" aria-label={health.label}>
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
      <span className="about">{meaning}</span>
    </section>
  );
}

/** What is under way between the door and the records. */
function waitingIn({ bookings, deals }: HealthAnswer['queues']): number {
  return [bookings, deals].reduce((sum, { waiting, inFlight }) => sum + waiting + inFlight, 0);
}
