import type { ReactNode } from 'react';
import { Chip } from '../../parts/chip.tsx';

interface OutcomeProps {
  name: ReactNode;
  chip: { tone: 'good' | 'bad' | 'warn'; said: string };
  /** What is wrong, and what to do about it. */
  words: { said: string; next: string } | undefined;
}

/** What became of one of several things that CoMagic was asked for. */
export function Outcome({ name, chip, words }: OutcomeProps) {
  return (
    <li>
      <div className="row">
        {name}
        <Chip tone={chip.tone}>{chip.said}</Chip>
      </div>
      {words !== undefined && (
        <p>
          {words.said} {words.next}
        </p>
      )}
    </li>
  );
}
