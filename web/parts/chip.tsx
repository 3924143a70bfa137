import type { ReactNode } from 'react';

/** A state in a word. The colour repeats what the word says. */
export function Chip({
  tone,
  title,
  children,
}: {
  tone: 'good' | 'warn' | 'bad' | 'calm';
  title?: string;
  children: ReactNode;
}) {
  return (
    <span className={`chip chip-${tone}`} title={title}>
      {children}
    </span>
  );
}
