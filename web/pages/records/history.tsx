import type { RecordEvent } from '../../../lib/model/records.ts';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { Link } from '../../parts/link.tsx';
import { PanelPart } from './panel.tsx';

/** The events that a record was folded from, oldest first, and what each has changed. */
export function History({ events }: { events: readonly RecordEvent[] }) {
  const { records, journal } = useLateWords();
  const format = useFormat();
  const names = new Map<string, string>(Object.entries(records.field));
  const changed = (fields: readonly string[]) =>
    fields.length === 0
      ? records.changedNothing
      : records.changed(fields.map((field) => (names.get(field) ?? field).toLowerCase()).join(', '));
  return (
    <PanelPart id="history" title={records.history} about={records.historyAbout}>
      <ol className="history">
        {events.map((event) => (
          <li key={`${event.eventId} ${event.receivedAt}`}>
            <span className="row">
              <Link to={`/journal/${encodeURIComponent(event.eventId)}`}>{journal.events[event.kind][event.act]}</Link>
              <time className="about" dateTime={event.dateTime}>
                {format.second(event.dateTime)}
              </time>
            </span>
            <span className="about">{changed(event.changed)}</span>
          </li>
        ))}
      </ol>
    </PanelPart>
  );
}
