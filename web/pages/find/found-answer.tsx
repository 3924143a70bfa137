import { Chip } from '../../parts/chip.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { Link } from '../../parts/link.tsx';
import { useSalonNames } from '../../parts/salon-names.ts';
import { recordPath } from '../records/paths.ts';
import { NothingCame } from './nothing-came.tsx';
import { TimeLine } from './time-line.tsx';
import type { Found } from './use-find.ts';
import { recordsOf, useVerdict } from './verdict.ts';

/** A sentence, then what it rests on. */
export function FoundAnswer({ found }: { found: Found }) {
  const { find } = useLateWords();
  const verdict = useVerdict();
  const records = recordsOf(found);
  return (
    <section className="answer" aria-labelledby="answer">
      <h2 id="answer" className="verdict" aria-live="polite">
        {verdict(found)}
      </h2>
      {found.nothing !== undefined && <NothingCame nothing={found.nothing} />}
      {records.length > 0 && <Records records={records} />}
      {found.nothing === undefined && (
        <div className="sheet section">
          <h3>{find.timeline}</h3>
          {found.events.length > 0 ? <TimeLine events={found.events} /> : <p className="about">{find.noEvents}</p>}
        </div>
      )}
      {found.more && <p className="about">{find.more}</p>}
    </section>
  );
}

function Records({ records }: { records: ReturnType<typeof recordsOf> }) {
  const { find } = useLateWords();
  const { nameOf } = useSalonNames();
  const format = useFormat();
  return (
    <div className="sheet section">
      <h3>{find.records}</h3>
      <ul className="found">
        {records.map((record) => (
          <li key={`${record.type} ${record.id}`}>
            <Chip tone={record.hidden.length > 0 ? 'warn' : 'good'}>
              {record.type === 'request' ? find.request : find.deal}
            </Chip>
            <Link to={recordPath(record.type === 'request' ? 'requests' : 'deals', record.id)}>{record.extId}</Link>
            <span>{[record.name, record.phone].filter((said) => said !== undefined).join(', ')}</span>
            <span className="about">
              {format.moment(record.at)} · {nameOf(record.salon)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
