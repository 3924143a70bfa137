import { Notice } from './notice.tsx';
import { useFailure } from './states.tsx';

/** With what an act has failed, in words; nothing of one that has not. */
export function Failure({ error }: { error: unknown }) {
  const failure = useFailure();
  return error === null ? null : <Notice tone="bad">{failure(error)}</Notice>;
}
