import { useLocation } from 'wouter';
import { useAnswer } from '../../parts/cabinet.tsx';
import { useWords } from '../../parts/language.tsx';
import { Select } from '../../parts/select.tsx';
import { startOf } from '../account-in-url.ts';

/** All accounts, for an operator; `current`: the id of the one that they are in, or none. */
export function AccountList({ current }: { current: string }) {
  const { shell } = useWords();
  const accounts = useAnswer('GET /api/accounts');
  const [, navigate] = useLocation();
  return (
    <Select
      label={shell.account}
      options={accounts.data?.items ?? []}
      value={current}
      placeholder={shell.chooseAccount}
      search
      onChange={(id) => {
        if (id !== current) navigate(startOf(id));
      }}
    />
  );
}
