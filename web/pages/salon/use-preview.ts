import { useState } from 'react';
import { useAct } from '../../parts/cabinet.tsx';
import { bodyOf, changedIn, draftOf, type Draft, type Salon } from './draft.ts';
import type { Previewed } from './previewed-forecast.tsx';

/** Asks what a form would change before it is saved. */
export function usePreview() {
  const [previewed, setPreviewed] = useState<Previewed>();
  const act = useAct('POST /api/salons/{id}/preview');
  return {
    previewed,
    isPending: act.isPending,
    error: act.error,
    reset: act.reset,
    close: () => {
      setPreviewed(undefined);
    },
    run: (base: Salon, draft: Draft) => {
      const body = bodyOf(draft, changedIn(draftOf(base), draft));
      act.mutate({ id: base.id, body }, { onSuccess: setPreviewed });
    },
  };
}
