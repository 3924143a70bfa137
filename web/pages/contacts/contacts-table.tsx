import type { Answer } from '../../api/client.ts';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { Link } from '../../parts/link.tsx';
import { useSalonNames } from '../../parts/salon-names.ts';
import { TableHead } from '../../parts/table-head.tsx';

type Contact = Answer<'GET /api/contacts'>['items'][number];

export function ContactsTable({ items }: { items: readonly Contact[] }) {
  const { contacts } = useLateWords().people;
  const { nameOf } = useSalonNames();
  const format = useFormat();
  const { columns } = contacts;
  return (
    <div className="sheet">
      <table className="table" aria-label={contacts.title}>
        <TableHead columns={[columns.name, columns.phones, columns.emails, columns.salon, columns.first]} />
        <tbody>
          {items.map(({ id, name, phones, emails, salon, createdDateTime }) => (
            <tr key={id}>
              <th scope="row">
                <Link to={`/contacts/${encodeURIComponent(id)}`}>{<bdi>{name ?? contacts.nameless}</bdi>}</Link>
              </th>
              <td data-label={columns.phones}>{phones.join(', ')}</td>
              <td data-label={columns.emails}>{emails.join(', ')}</td>
              <td data-label={columns.salon}>{nameOf(salon)}</td>
              <td className="when" data-label={columns.first}>
                <time dateTime={createdDateTime}>{format.moment(createdDateTime)}</time>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
