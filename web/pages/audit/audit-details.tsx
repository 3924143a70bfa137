import type { Answer } from '../../api/client.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { Rest } from '../../parts/rest.tsx';
import { isEmpty, useValue } from './value.ts';

type Line = Answer<'GET /api/audit'>['items'][number];

/** Changes that are seen at once. */
const mostSeen = 5;

/** What a line of the audit changed, field by field, or what was shown. */
export function AuditDetails({ line: { changes, shown } }: { line: Line }) {
  const { audit } = useLateWords().accounts;
  const changeOf = useChange();
  const said = Object.entries(changes).flatMap(([field, change]) => changeOf(field, change) ?? []);
  const rest = said.slice(mostSeen);
  return (
    <>
      <ul className="changes">
        {said.slice(0, mostSeen).map((change) => (
          <li key={change}>{change}</li>
        ))}
        {shown !== undefined && (
          <li>
            <code>{shown.id ?? shown.route}</code>
          </li>
        )}
      </ul>
      {rest.length > 0 && (
        <Rest title={audit.rest(rest.length)}>
          <ul className="changes">
            {rest.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </Rest>
      )}
    </>
  );
}

/** A change in words; of what was not there before and holds nothing there are none. */
function useChange(): (field: string, change: Line['changes'][string]) => string | undefined {
  const { accounts, salon } = useLateWords();
  const { audit } = accounts;
  const valueOf = useValue();
  const names = new Map<string, string>([...Object.entries(salon.fields), ...Object.entries(audit.fields)]);
  return (field, { from, to }) => {
    const name = names.get(field) ?? field;
    if (from === undefined && to === undefined) return `${name}: ${audit.secret}`;
    if (from !== undefined) return audit.change(name, valueOf(field, from), valueOf(field, to));
    return isEmpty(to) ? undefined : audit.set(name, valueOf(field, to));
  };
}
