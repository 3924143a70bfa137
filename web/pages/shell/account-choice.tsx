import { lazy, Suspense } from 'react';
import { useCabinet } from '../../parts/cabinet.tsx';
import { useWords } from '../../parts/language.tsx';

// Only operators choose, and the list that is searched is large.
const AccountList = lazy(async () => ({ default: (await import('./account-list.tsx')).AccountList }));

/** The account that one is in; an operator chooses it. */
export function AccountChoice() {
  const { me } = useCabinet();
  const { shell } = useWords();
  if (me.role !== 'operator') {
    return (
      <div className="account">
        <span className="account-label">{shell.account}</span>
        <span className="account-name">{me.account?.name}</span>
      </div>
    );
  }
  return (
    <Suspense fallback={<Pending />}>
      <AccountList current={me.account?.id ?? ''} />
    </Suspense>
  );
}

/** As high as the list that is on its way. */
function Pending() {
  const { shell } = useWords();
  return (
    <div className="field">
      <span className="label">{shell.account}</span>
      <span className="input" />
    </div>
  );
}
