import { useAnswer } from '../../parts/cabinet.tsx';
import { useWords } from '../../parts/language.tsx';
import { Link } from '../../parts/link.tsx';
import { Failed, Skeleton } from '../../parts/states.tsx';
import { startOf } from '../account-in-url.ts';

/** What an operator sees first: all accounts. */
export function ChooseAccount() {
  const { shell } = useWords();
  const accounts = useAnswer('GET /api/accounts');
  return (
    <>
      <h1>{shell.chooseAccount}</h1>
      {accounts.isPending && <Skeleton rows={3} />}
      {accounts.isError && <Failed error={accounts.error} onRetry={() => void accounts.refetch()} />}
      {accounts.data?.items.length === 0 && <p>{shell.noAccounts}</p>}
      <ul className="accounts">
        {accounts.data?.items.map(({ id, name }) => (
          <li key={id}>
            <Link to={startOf(id)} look="bare">
              <span>{name}</span>
              <code>{id}</code>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
