import { Button } from './button.tsx';
import { useWords } from './language.tsx';
import { Notice } from './notice.tsx';
import { PageHead } from './page-head.tsx';
import { useFailure } from './states.tsx';

/** In the place of a page of which nothing could be read, its name neither. */
export function PageFailed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { states } = useWords();
  const said = useFailure();
  return (
    <>
      <PageHead title={states.failed} />
      <Notice tone="bad">
        <p>{said(error)}</p>
        <Button onPress={onRetry}>{states.retry}</Button>
      </Notice>
    </>
  );
}
