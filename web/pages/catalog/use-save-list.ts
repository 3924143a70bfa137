import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CallError, isConflict } from '../../api/client.ts';
import { useCabinet, useKey } from '../../parts/cabinet.tsx';
import { lists, type List, type ListName } from './lists.ts';

interface Told {
  onSaved: (list: List) => void;
  /** Somebody saved since: the list as it is now. */
  onTheirs: (list: List) => void;
}

/** Saves a list in the place of the version that it names. */
export function useSaveList(list: ListName, { onSaved, onTheirs }: Told) {
  const { call } = useCabinet();
  const client = useQueryClient();
  const keyOf = useKey();
  const act = useMutation<List, Error, List>({
    mutationFn: (next) => lists[list].save(call, next),
    onSuccess: async (saved) => {
      onSaved(saved);
      await client.invalidateQueries({ queryKey: keyOf(`GET /api/catalog/${list}`) });
    },
    onError: async (error) => {
      if (isConflict(error)) onTheirs(await lists[list].read(call));
    },
  });
  return {
    run: act.mutate,
    reset: act.reset,
    isPending: act.isPending,
    isSuccess: act.isSuccess,
    error: isConflict(act.error) ? null : act.error,
    faults: act.error instanceof CallError ? act.error.fields : {},
  };
}
