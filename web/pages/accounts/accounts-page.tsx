import { useState } from 'react';
import type { Answer } from '../../api/client.ts';
import { Button } from '../../parts/button.tsx';
import { useAnswer, useCabinet } from '../../parts/cabinet.tsx';
import { Chip } from '../../parts/chip.tsx';
import { useFormat } from '../../parts/format.ts';
import { Icon } from '../../parts/icons.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { Link } from '../../parts/link.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Failed, Skeleton } from '../../parts/states.tsx';
import { TableHead } from '../../parts/table-head.tsx';
import { inLine } from '../../words/plural.ts';
import { startOf } from '../account-in-url.ts';
import { AccountDialog } from './account-dialog.tsx';

type Account = Answer<'GET /api/accounts'>['items'][number];

/** All accounts, for an operator: to choose one, to create and to change them. */
export function AccountsPage() {
  const { accounts } = useLateWords();
  const { me } = useCabinet();
  const read = useAnswer('GET /api/accounts');
  const [edited, setEdited] = useState<Account | 'new'>();
  const items = read.data?.items ?? [];
  if (me.role !== 'operator') return <p>{accounts.forbidden}</p>;
  return (
    <>
      <PageHead title={me.account === undefined ? accounts.choose : accounts.title} about={accounts.about}>
        <Button
          look="main"
          onPress={() => {
            setEdited('new');
          }}
        >
          {accounts.create}
        </Button>
      </PageHead>
      {read.isPending && <Skeleton rows={3} height={64} />}
      {read.isError && <Failed error={read.error} onRetry={() => void read.refetch()} />}
      {read.isSuccess && items.length === 0 && <p>{accounts.empty}</p>}
      {items.length > 0 && <AccountsTable items={items} onEdit={setEdited} />}
      {edited !== undefined && (
        <AccountDialog
          account={edited === 'new' ? undefined : edited}
          onClose={() => {
            setEdited(undefined);
          }}
        />
      )}
    </>
  );
}

function AccountsTable({ items, onEdit }: { items: readonly Account[]; onEdit: (account: Account) => void }) {
  const { accounts } = useLateWords();
  const { columns } = accounts;
  return (
    <div className="sheet">
      <table className="table table-members" aria-label={accounts.title}>
        <TableHead columns={[columns.name, columns.components, columns.persons, columns.since]} hasActs />
        <tbody>
          {items.map((account) => (
            <AccountRow key={account.id} account={account} onEdit={onEdit} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function AccountRow({ account, onEdit }: { account: Account; onEdit: (account: Account) => void }) {
  const { accounts } = useLateWords();
  const { me } = useCabinet();
  const format = useFormat();
  const { columns } = accounts;
  const { id, name, components, maskPersons, createdAt } = account;
  return (
    <tr>
      <th scope="row">
        <Link to={startOf(id)}>{name}</Link>
        {id === me.account?.id && <Chip tone="calm">{accounts.here}</Chip>}
        <span className="under">
          <code>{id}</code>
        </span>
      </th>
      <td data-label={columns.components}>
        {components.length === 0 ? (
          <span className="soft">{accounts.noComponents}</span>
        ) : (
          inLine(components.map((component) => accounts.components[component]))
        )}
      </td>
      <td data-label={columns.persons}>{maskPersons ? accounts.masked : accounts.unmasked}</td>
      <td className="when" data-label={columns.since}>
        {format.date(createdAt)}
      </td>
      <td className="act">
        <Button
          look="quiet"
          icon
          aria-label={accounts.edit(name)}
          onPress={() => {
            onEdit(account);
          }}
        >
          <Icon name="edit" />
        </Button>
      </td>
    </tr>
  );
}
