import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import type { Session } from '../api/session.ts';
import { createQueries } from '../parts/queries.ts';
import { anyUnsaved } from '../parts/unsaved.ts';
import { Guarded } from './guarded.tsx';
import { Ended } from './shell/ended.tsx';
import { Signed } from './signed.tsx';

/** All that a person sees once they are signed in. */
export function App({ session }: { session: Session }) {
  const [ended, setEnded] = useState(false);
  // What was typed would be lost on the way to the issuer: then the person says when.
  const [queries] = useState(() =>
    createQueries(() => {
      if (anyUnsaved()) setEnded(true);
      else void session.signInAgain();
    }),
  );
  return (
    <QueryClientProvider client={queries}>
      {ended && <Ended session={session} />}
      <Guarded>
        <Signed session={session} />
      </Guarded>
    </QueryClientProvider>
  );
}
