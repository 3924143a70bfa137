import { useQueryClient } from '@tanstack/react-query';
import { CallError, type Call } from '../../api/client.ts';
import { useAct, useCabinet, useKey } from '../../parts/cabinet.tsx';
import { bodyOf, changedIn, draftOf, type Draft, type Salon } from './draft.ts';
import type { Conflict } from './merge.ts';

interface Told {
  /** `before`: what it was saved in the place of. */
  onSaved: (salon: Salon, before: Salon) => void;
  /** Somebody saved since: what stands there now is in it. */
  onConflict: (conflict: Conflict) => void;
}

/** Saves what differs from a version of a salon, in the place of that version. */
export function useSave({ onSaved, onConflict }: Told) {
  const client = useQueryClient();
  const keyOf = useKey();
  const { call } = useCabinet();
  const act = useAct('PUT /api/salons/{id}', ['GET /api/salons']);

  async function compare(was: Salon, yours: Draft): Promise<void> {
    const theirs = await call('GET /api/salons/{id}', { id: was.id });
    const by = await savedBy(call, theirs).catch(() => undefined);
    act.reset();
    onConflict({ was, yours, theirs, by });
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

/** The audit names whoever saved a version; the account's members say more of them. */
async function savedBy(call: Call, { id, version }: Salon): Promise<string | undefined> {
  const [audit, members] = await Promise.all([
    call('GET /api/audit', { query: { salon: id, limit: '20' } }),
    call('GET /api/members'),
  ]);
  const subject = audit.items.find((line) => line.version === version)?.subject;
  return members.items.find((member) => member.subject === subject)?.email ?? subject;
}

function isConflict(error: unknown): boolean {
  return error instanceof CallError && error.code === 'version_conflict';
}
