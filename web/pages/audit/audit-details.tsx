import type { Answer } from '../../api/client.ts';
import { useWords } from '../../parts/language.tsx';
import { useLateWords } from '../../parts/late-words.ts';

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
        <details>
          <summary>{audit.rest(rest.length)}</summary>
          <ul className="changes">
            {rest.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </details>
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

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
}

/** A setting as people read it; of some fields each value has a name. */
function useValue(): (field: string, value: unknown) => string {
  const { accounts, salon, jobs } = useLateWords();
  const { shell } = useWords();
  const { audit } = accounts;
  const { defaultCampaignId: campaign, defaultSourceId: source } = salon.fields;
  const names = new Map<string, Record<string, string>>([
    ['requestsFrom', salon.requests.from],
    ['attributeTo', { campaign, source }],
    ['components', accounts.components],
    ['role', shell.roles],
    ['what', jobs.what],
  ]);
  return (field, value) => {
    const nameOf = (one: unknown) => names.get(field)?.[String(one)] ?? String(one);
    if (value === undefined || isEmpty(value)) return audit.nothing;
    if (typeof value === 'boolean') return value ? audit.yes : audit.no;
    if (typeof value === 'string' || typeof value === 'number') return nameOf(value);
    return Array.isArray(value) ? value.map(nameOf).join(', ') : JSON.stringify(value);
  };
}
