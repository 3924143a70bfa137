import type { Answer } from '../../api/client.ts';
import { useAnswer, useCabinet } from '../../parts/cabinet.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { useSalonNames } from '../../parts/salon-names.ts';

type Line = Answer<'GET /api/audit'>['items'][number];
export type What = Line['what'];

export function AuditTable({ items }: { items: readonly Line[] }) {
  const { audit } = useLateWords().accounts;
  const { columns } = audit;
  return (
    <div className="sheet">
      <table className="table table-audit" aria-label={audit.title}>
        <thead>
          <tr>
            <th scope="col">{columns.when}</th>
            <th scope="col">{columns.what}</th>
            <th scope="col">{columns.who}</th>
            <th scope="col">{columns.changes}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((line, at) => (
            <AuditRow key={`${line.at} ${at}`} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function AuditRow({ line }: { line: Line }) {
  const { audit } = useLateWords().accounts;
  const format = useFormat();
  const { nameOf } = useSalonNames();
  const who = useWho();
  const { columns } = audit;
  const about = [
    line.salon === undefined ? '' : nameOf(line.salon),
    line.member ?? '',
    line.catalog === undefined ? '' : audit.catalog[line.catalog],
  ].filter((said) => said !== '');
  return (
    <tr>
      <td className="when">
        <time dateTime={line.at}>{format.second(line.at)}</time>
      </td>
      <th scope="row">
        {audit.what[line.what]}
        {about.length > 0 && <span className="under">{about.join(', ')}</span>}
      </th>
      <td data-label={columns.who}>{who(line.subject)}</td>
      <td data-label={columns.changes}>
        <Details line={line} />
      </td>
    </tr>
  );
}

/** A member by their e-mail, where one is known. */
function useWho(): (subject: string) => string {
  const { audit } = useLateWords().accounts;
  const { me } = useCabinet();
  const members = useAnswer('GET /api/members').data?.items ?? [];
  return (subject) => {
    const name = members.find((member) => member.subject === subject)?.email ?? subject;
    return subject === me.subject ? `${name} (${audit.you})` : name;
  };
}

function Details({ line: { changes, shown } }: { line: Line }) {
  const { accounts, salon } = useLateWords();
  const { audit } = accounts;
  const valueOf = useValue();
  const names = new Map<string, string>(Object.entries(salon.fields));
  const said = Object.entries(changes).map(([field, { from, to }]) => {
    const name = names.get(field) ?? field;
    return from === undefined && to === undefined
      ? `${name}: ${audit.secret}`
      : audit.change(name, valueOf(from), valueOf(to));
  });
  return (
    <ul className="changes">
      {said.map((change) => (
        <li key={change}>{change}</li>
      ))}
      {shown !== undefined && (
        <li>
          <code>{shown.id ?? shown.route}</code>
        </li>
      )}
    </ul>
  );
}

/** A setting as people read it. */
function useValue(): (value: unknown) => string {
  const { audit } = useLateWords().accounts;
  return (value) => {
    if (value === undefined || value === null || value === '') return audit.nothing;
    if (typeof value === 'boolean') return value ? audit.yes : audit.no;
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    return Array.isArray(value) ? value.map(String).join(', ') : JSON.stringify(value);
  };
}
