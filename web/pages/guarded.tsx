import { useState, type ReactNode } from 'react';
import { Router } from 'wouter';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useWords } from '../parts/language.tsx';
import { anyUnsaved, forgetUnsaved } from '../parts/unsaved.ts';
import { withAccount } from './account-in-url.ts';

/** Leads between the pages: asks before it leaves a form that was typed into, and keeps the account that an operator chose in the address. */
export function Guarded({ children }: { children: ReactNode }) {
  const [waiting, setWaiting] = useState<() => void>();
  const { leave } = useWords();
  const stay = () => {
    setWaiting(undefined);
  };
  const go = () => {
    forgetUnsaved();
    waiting?.();
    stay();
  };
  return (
    <Router
      hrefs={withAccount}
      aroundNav={(navigate, to, options) => {
        const follow = () => {
          navigate(withAccount(to), options);
        };
        if (anyUnsaved()) setWaiting(() => follow);
        else follow();
      }}
    >
      {children}
      <Dialog
        title={leave.title}
        isOpen={waiting !== undefined}
        onClose={stay}
        foot={
          <>
            <Button onPress={stay}>{leave.stay}</Button>
            <Button look="danger" onPress={go}>
              {leave.leave}
            </Button>
          </>
        }
      >
        <p>{leave.about}</p>
      </Dialog>
    </Router>
  );
}
