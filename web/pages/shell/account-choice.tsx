import { useLocation } from 'wouter';
import { useAnswer, useCabinet } from '../../parts/cabinet.tsx';
import { useWords } from '../../parts/language.tsx';
import { Select } from '../../parts/select.tsx';
import { startOf } from '../account-in-url.ts';

/** The account that one is in; an operator chooses it. */
export function AccountChoice() {
  const { me } = useCabinet();
  const { shell } = useWords();
  if (me.role === 'operator') return <Choice current={me.account?.id ?? ''} />;
  return (
    <div className="account">
      <span className="account-label">{shell.account}</span>
      <span className="account-name">{me.account?.name}</span>
    </div>
  );
}

function Choice({ current }: { current: string }) {
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
