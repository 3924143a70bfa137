import { useQueryClient } from '@tanstack/react-query';
import { isConflict } from '../../api/client.ts';
import { useAct, useCabinet, useKey } from '../../parts/cabinet.tsx';
import { savedBy } from '../../parts/draft.ts';
import { bodyOf, differencesOf, merged, type Connection, type ConnectionConflict, type Draft } from './draft.ts';

interface Told {
  onSaved: (connection: Connection) => void;
  /** Somebody else changed since what was typed: what stands there now is in it. */
  onConflict: (conflict: ConnectionConflict) => void;
}

/** Saves what differs from a version of the connection, in the place of that version. */
export function useSave({ onSaved, onConflict }: Told) {
  const client = useQueryClient();
  const keyOf = useKey();
  const { call } = useCabinet();
  const act = useAct('PUT /api/connection');

  /** The version is that of the account, whose other settings somebody may have saved: that is no conflict. */
  async function compare(was: Connection, yours: Draft): Promise<void> {
    const theirs = await call('GET /api/connection');
    if (differencesOf({ was, yours, theirs }).size === 0) {
      run(theirs, merged({ was, yours, theirs }, new Map()));
      return;
    }
    const saved = await savedBy(
      call,
      { limit: '50' },
      ({ what, version }) => what === 'connection_saved' && version <= theirs.version,
    );
    act.reset();
    onConflict({ was, yours, theirs, saved });
  }

  function run(base: Connection, draft: Draft): void {
    act.mutate(
      { body: bodyOf(base, draft) },
      {
        onSuccess: (connection) => {
          client.setQueryData(keyOf('GET /api/connection', {}), connection);
          onSaved(connection);
        },
        onError: (error) => {
          if (isConflict(error)) void compare(base, draft);
        },
      },
    );
  }

  return {
    error: isConflict(act.error) ? null : act.error,
    isPending: act.isPending,
    isSuccess: act.isSuccess,
    reset: act.reset,
    run,
  };
}
