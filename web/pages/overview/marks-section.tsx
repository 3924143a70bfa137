import { useCabinet } from '../../parts/cabinet.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { useSalonNames } from '../../parts/salon-names.ts';
import { Section } from '../../parts/section.tsx';
import type { Mark } from './use-marks.ts';

/** What the marks on the axis of time stand for. */
export function MarksSection({ marks }: { marks: readonly Mark[] | undefined }) {
  const { overview, jobs } = useLateWords();
  const words = overview.marks;
  const { mayChange } = useCabinet();
  const { nameOf } = useSalonNames();
  const format = useFormat();
  return (
    <Section title={words.title} about={mayChange ? words.about : words.adminsOnly}>
      {marks?.length === 0 && <p>{words.none}</p>}
      {marks !== undefined && marks.length > 0 && (
        <ul className="time-line">
          {marks.map(({ at, kind, salon, what }, place) => (
            <li key={`${at} ${place}`}>
              <time dateTime={at}>{format.moment(at)}</time>
              <span>{[words.kinds[kind], what && jobs.what[what], nameOf(salon)].filter(Boolean).join(' · ')}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
