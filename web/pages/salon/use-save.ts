import { useQueryClient } from '@tanstack/react-query';
import { isConflict } from '../../api/client.ts';
import { useAct, useCabinet, useKey } from '../../parts/cabinet.tsx';
import { savedBy } from '../../parts/draft.ts';
import { bodyOf, changedIn, draftOf, type Draft, type Salon } from './draft.ts';
import type { SalonConflict } from './merge.ts';

interface Told {
  /** `before`: what it was saved in the place of. */
  onSaved: (salon: Salon, before: Salon) => void;
  /** Somebody saved since: what stands there now is in it. */
  onConflict: (conflict: SalonConflict) => void;
}

/** Saves what differs from a version of a salon, in the place of that version. */
export function useSave({ onSaved, onConflict }: Told) {
  const client = useQueryClient();
  const keyOf = useKey();
  const { call } = useCabinet();
  const act = useAct('PUT /api/salons/{id}', ['GET /api/salons']);

  async function compare(was: Salon, yours: Draft): Promise<void> {
    const theirs = await call('GET /api/salons/{id}', { id: was.id });
    const saved = await savedBy(call, { salon: was.id, limit: '20' }, ({ version }) => version === theirs.version);
    act.reset();
    onConflict({ was, yours, theirs, saved });
  }

  return {
    error: isConflict(act.error) ? null : act.error,
    isPending: act.isPending,
    isSuccess: act.isSuccess,
    reset: act.reset,
    run: (base: Salon, draft: Draft) => {
      const body = { ...bodyOf(draft, changedIn(draftOf(base), draft)), version: base.version };
      act.mutate(
        { id: base.id, body },
        {
          onSuccess: (salon) => {
            client.setQueryData(keyOf('GET /api/salons/{id}', { id: salon.id }), salon);
            onSaved(salon, base);
          },
          onError: (error) => {
            if (isConflict(error)) void compare(base, draft);
          },
        },
      );
    },
  };
}
