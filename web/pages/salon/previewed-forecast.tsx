import { useId } from 'react';
import type { Answer } from '../../api/client.ts';
import { useFormat } from '../../parts/format.ts';
import { useLateWords, type LateWords } from '../../parts/late-words.ts';
import { Link } from '../../parts/link.tsx';
import { TableHead } from '../../parts/table-head.tsx';
import { useOutcome } from '../jobs/outcome.ts';
import { recordPath } from '../records/paths.ts';

export type Previewed = Answer<'POST /api/salons/{id}/preview'>;
type Forecast = Previewed['asNew'];
type Change = Forecast['changes'][number];

/** Records that are named, at most. */
const mostNamed = 50;

/** What would become of the last deliveries, in numbers, then by record. */
export function PreviewedForecast({ title, about, forecast }: { title: string; about: string; forecast: Forecast }) {
  const id = useId();
  const { preview } = useLateWords();
  const format = useFormat();
  const outcomeOf = useOutcome();
  const { shown, outcomes, changes } = forecast;
  const counted = Object.entries(outcomes).map(([outcome, count]) => {
    const { name, isFault } = outcomeOf(outcome);
    return isFault ? preview.leftOut(name, count) : preview.done(count);
  });
  const records = (['request', 'deal'] as const).flatMap((type) => {
    const { before, after } = shown?.[type] ?? { before: 0, after: 0 };
    return before + after > 0 ? [preview.shown[type](format.number(before), format.number(after))] : [];
  });
  return (
    <section aria-labelledby={id} className="previewed-side">
      <h3 id={id}>{title}</h3>
      <p className="about">{about}</p>
      <ul className="told">
        {[...records, ...counted].map((said) => (
          <li key={said}>{said}</li>
        ))}
      </ul>
      {changes.length > 0 ? <Changes changes={changes} /> : <p className="about">{preview.noChanges}</p>}
    </section>
  );
}

function Changes({ changes }: { changes: readonly Change[] }) {
  const { preview } = useLateWords();
  const { columns } = preview;
  return (
    <>
      <h4>{preview.changes(changes.length)}</h4>
      <table className="table table-small table-changes" aria-label={preview.changes(changes.length)}>
        <TableHead columns={[columns.record, columns.effect]} />
        <tbody>
          {changes.slice(0, mostNamed).map((change) => (
            <ChangeRow key={`${change.type} ${change.id}`} change={change} />
          ))}
        </tbody>
      </table>
      {changes.length > mostNamed && <p className="about">{preview.andMore(changes.length - mostNamed)}</p>}
    </>
  );
}

function ChangeRow({ change: { type, id, effect, fields } }: { change: Change }) {
  const { preview, recordFields } = useLateWords();
  const named = fields.map((field) => (isField(recordFields, field) ? recordFields[field] : field));
  return (
    <tr>
      <th scope="row">
        {preview.types[type]}{' '}
        {effect === 'created' ? <code>{senderIdOf(id)}</code> : <Link to={pathOf(type, id)}>{senderIdOf(id)}</Link>}
      </th>
      <td>
        {preview.effects[effect]}
        {named.length > 0 && <span className="about">{`: ${named.join(', ')}`}</span>}
      </td>
    </tr>
  );
}

function isField(names: LateWords['recordFields'], field: string): field is keyof LateWords['recordFields'] {
  return Object.hasOwn(names, field);
}

/** Only a record that is there has a page. */
function pathOf(type: Change['type'], id: string): string {
  return recordPath(type === 'request' ? 'requests' : 'deals', id);
}

/** The last part of a record's id: what the sender calls it, where that is plain. */
function senderIdOf(id: string): string {
  return id.split('.').at(-1) ?? id;
}
