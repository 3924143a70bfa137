import type { Problem } from '../../../lib/model/journal.ts';
import { useLateWords } from '../../parts/late-words.ts';

/** Each reason with its sentence and what to do about it. */
export function Reasons({ reasons }: { reasons: readonly Problem[] }) {
  const words = useLateWords().reasons;
  return (
    <ul className="reasons">
      {reasons.map((reason) => (
        <li key={reason}>
          <span>{words[reason].said}</span>
          <span className="about">{words[reason].next}</span>
        </li>
      ))}
    </ul>
  );
}
