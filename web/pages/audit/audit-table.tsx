import type { Answer } from '../../api/client.ts';
import { useAnswer, useCabinet } from '../../parts/cabinet.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { useSalonNames } from '../../parts/salon-names.ts';
import { TableHead } from '../../parts/table-head.tsx';
import { AuditDetails } from './audit-details.tsx';

type Line = Answer<'GET /api/audit'>['items'][number];
export type What = Line['what'];

export function AuditTable({ items }: { items: readonly Line[] }) {
  const { audit } = useLateWords().accounts;
  const { columns } = audit;
  return (
    <div className="sheet">
      <table className="table table-audit" aria-label={audit.title}>
        <TableHead columns={[columns.when, columns.what, columns.who, columns.changes]} />
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
        <AuditDetails line={line} />
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
