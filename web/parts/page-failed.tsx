import { CallError } from '../api/client.ts';
import { Button } from './button.tsx';
import { useWords } from './language.tsx';
import { Link } from './link.tsx';
import { Notice } from './notice.tsx';
import { PageHead } from './page-head.tsx';
import { useFailure } from './states.tsx';

/** In the place of a page of which nothing could be read, its name neither. */
export function PageFailed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { states } = useWords();
  const said = useFailure();
  const isGone = error instanceof CallError && error.code === 'not_found';
  return (
    <>
      <PageHead title={isGone ? states.notThere : states.failed} />
      <Notice tone="bad">
        <p>{said(error)}</p>
        {isGone ? <Link to="/salons">{states.toSalons}</Link> : <Button onPress={onRetry}>{states.retry}</Button>}
      </Notice>
    </>
  );
}
