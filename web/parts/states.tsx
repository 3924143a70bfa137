import type { ReactNode } from 'react';
import { CallError } from '../api/client.ts';
import { Button } from './button.tsx';
import { useWords } from './language.tsx';
import { Notice } from './notice.tsx';

/** Stands where rows or fields will be, in their height, so that nothing moves when they come. */
export function Skeleton({ rows, height = 48 }: { rows: number; height?: 20 | 48 | 64 }) {
  const { states } = useWords();
  return (
    <div className="skeletons" role="status" aria-label={states.loading}>
      {Array.from({ length: rows }, (_, at) => (
        <div key={at} className={`skeleton skeleton-${height}`} />
      ))}
    </div>
  );
}

export function Failed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { states } = useWords();
  const said = useFailure();
  return (
    <Notice tone="bad" title={states.failed}>
      <p>{said(error)}</p>
      <Button onPress={onRetry}>{states.retry}</Button>
    </Notice>
  );
}

/** The sentence for a call that failed. */
export function useFailure(): (error: unknown) => string {
  const { calls } = useWords();
  return (error) => calls[error instanceof CallError ? error.code : 'internal'];
}

/** Nothing is here yet, and what to do about it: in words, and by `act`. */
export function Empty({ title, act, children }: { title: string; act?: ReactNode; children: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      <p>{children}</p>
      {act}
    </div>
  );
}
