import type { RefusedItem } from '../../../lib/model/api-outbound.ts';
import { Button } from '../../parts/button.tsx';
import { useCabinet } from '../../parts/cabinet.tsx';
import { Chip } from '../../parts/chip.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { Link } from '../../parts/link.tsx';
import { Paged } from '../../parts/paged.tsx';
import { usePagesOf } from '../../parts/pages-of.ts';
import { useSalonNames } from '../../parts/salon-names.ts';
import { Section } from '../../parts/section.tsx';
import { useFailure } from '../../parts/states.tsx';
import { TableHead } from '../../parts/table-head.tsx';
import { useAskForJob } from '../problems/help.ts';
import { knownIdOf } from '../records/paths.ts';
import { Refusal } from '../records/refusal.tsx';
import { Resend } from '../records/resend.tsx';

/** How often (ms) the list is read anew. */
const every = 5000;

const lists = { request: '/requests', deal: '/deals', contact: '/contacts' } as const;

/** Records that CoMagic has refused, each with the reason and what to do. */
export function RefusedSection() {
  const { refused } = useLateWords().connection;
  const { call, mayChange } = useCabinet();
  const readPage = (cursor: string | undefined) => call('GET /api/refused', { query: { cursor } });
  const list = usePagesOf('GET /api/refused', {}, readPage, { refetchInterval: every });
  return (
    <Section title={refused.title} about={refused.about} aside={mayChange && list.items.length > 1 && <ResendAll />}>
      <Paged list={list} empty={<p>{refused.none}</p>} rows={2}>
        <table className="table table-small table-refused" aria-label={refused.title}>
          <TableHead columns={[refused.columns.record, refused.columns.reason]} />
          <tbody>
            {list.items.map((item) => (
              <RefusedRow key={`${item.kind} ${item.id}`} item={item} />
            ))}
          </tbody>
        </table>
      </Paged>
    </Section>
  );
}

function RefusedRow({ item }: { item: RefusedItem }) {
  const { refused } = useLateWords().connection;
  const { nameOf } = useSalonNames();
  const format = useFormat();
  const { id, kind, salon, state, at } = item;
  return (
    <tr>
      <th scope="row">
        <Link to={`${lists[kind]}/${encodeURIComponent(id)}`}>{`${refused.kind[kind]} ${knownIdOf(id)}`.trim()}</Link>
        <span className="under">{nameOf(salon)}</span>
        <time className="under" dateTime={at}>
          {format.moment(at)}
        </time>
        {state === 'waiting' && <Chip tone="calm">{refused.waiting}</Chip>}
      </th>
      <td data-label={refused.columns.reason}>
        <Refusal refused={item} />
        <Resend record={id} what={refused.kind[kind]} />
      </td>
    </tr>
  );
}

/** All that was refused, by a job that says how far it is. */
function ResendAll() {
  const { refused } = useLateWords().connection;
  const failure = useFailure();
  const { ask, isPending, error } = useAskForJob();
  return (
    <>
      <Button
        isDisabled={isPending}
        onPress={() => {
          ask({ what: 'resend' });
        }}
      >
        {refused.resendAll}
      </Button>
      {error !== null && <p className="error">{failure(error)}</p>}
    </>
  );
}
