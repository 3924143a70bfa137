import type { Answer } from '../../api/client.ts';
import { useAnswer } from '../../parts/cabinet.tsx';
import { useFormat } from '../../parts/format.ts';
import { useWords } from '../../parts/language.tsx';
import { Link } from '../../parts/link.tsx';
import { inLine } from '../../words/plural.ts';
import { SalonState } from './salon-state.tsx';

type Item = Answer<'GET /api/salons'>['items'][number];

/** A salon of the list. Its last event and whether it is silent are asked for by the row: the list does not say. */
export function SalonRow({ item }: { item: Item }) {
  const { salons } = useWords();
  const salon = useAnswer('GET /api/salons/{id}', { id: item.id }, { every: 30_000 });
  return (
    <tr>
      <th scope="row">
        <Link to={`/salons/${item.id}`} look="bare">
          {item.salonName ?? salons.unnamed}
        </Link>
        <span className="under">
          {item.salonLogin}
          {item.salonId !== undefined && <span className="id">ID {item.salonId}</span>}
        </span>
      </th>
      <td>
        <SalonState isActive={item.isActive} silent={salon.data?.silent ?? false} problems={item.problems} />
      </td>
      <td data-label={salons.columns.transfers}>{transfersOf(item, salons)}</td>
      <td data-label={salons.columns.last}>
        <LastEvent at={salon.data?.lastEventAt} isKnown={salon.isSuccess} />
      </td>
    </tr>
  );
}

function transfersOf({ sendRequests, sendDeals }: Item, said: { requests: string; deals: string; nothing: string }) {
  const parts = [sendRequests && said.requests, sendDeals && said.deals].filter((part) => part !== false);
  return parts.length > 0 ? inLine(parts) : <span className="soft">{said.nothing}</span>;
}

function LastEvent({ at, isKnown }: { at: string | undefined; isKnown: boolean }) {
  const { salons } = useWords();
  const format = useFormat();
  if (at !== undefined)
    return (
      <time dateTime={at} title={format.moment(at)}>
        {format.ago(at)}
      </time>
    );
  return <span className="soft">{isKnown ? salons.never : '…'}</span>;
}
