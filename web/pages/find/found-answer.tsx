import { useLateWords } from '../../parts/late-words.ts';
import { FoundRecords } from './found-records.tsx';
import { NothingCame } from './nothing-came.tsx';
import { TimeLine } from './time-line.tsx';
import type { Found, Narrowed } from './use-find.ts';
import { recordsOf, useVerdict } from './verdict.ts';

/** A sentence, then what it rests on. */
export function FoundAnswer({ found, onNarrow }: { found: Found; onNarrow: (narrowed: Narrowed) => void }) {
  const { find } = useLateWords();
  const verdict = useVerdict();
  const records = recordsOf(found);
  return (
    <section className="answer" aria-labelledby="answer">
      <h2 id="answer" className="verdict" aria-live="polite">
        {verdict(found)}
      </h2>
      {found.nothing !== undefined && <NothingCame nothing={found.nothing} onNarrow={onNarrow} />}
      {records.length > 0 && <FoundRecords title={<h3>{find.records}</h3>} records={records} />}
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
