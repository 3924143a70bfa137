import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { Link } from '../../parts/link.tsx';
import { useSalonNames } from '../../parts/salon-names.ts';
import { LineState } from '../journal/line-state.tsx';
import { reasonsOf, useLineTitle, useMade, type Line } from '../journal/line-words.ts';
import { Reasons } from '../journal/reasons.tsx';

/** What came, the oldest first, and what became of it. */
export function TimeLine({ events }: { events: readonly Line[] }) {
  const { journal } = useLateWords();
  const { nameOf } = useSalonNames();
  const format = useFormat();
  const titleOf = useLineTitle();
  const made = useMade();
  return (
    <ol className="time-line">
      {events.toReversed().map((line) => (
        <li key={`${line.receivedAt} ${line.id}`}>
          <time dateTime={line.receivedAt}>{format.second(line.receivedAt)}</time>
          <div>
            <span className="row">
              <Link to={`/journal/${encodeURIComponent(line.id)}`}>{titleOf(line)}</Link>
              <LineState status={line.status} />
            </span>
            <span className="about">
              {nameOf(line.salon)} · {`${journal.became}: ${made(line)}`.toLowerCase()}
            </span>
            <Reasons reasons={reasonsOf(line)} salon={line.salon} />
          </div>
        </li>
      ))}
    </ol>
  );
}
