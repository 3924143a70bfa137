import type { Problem } from '../../../lib/model/journal.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { WhereMended } from './where-mended.tsx';

/** Each reason with its sentence, what to do about it, and the page of the salon where that can be done. */
export function Reasons({ reasons, salon }: { reasons: readonly Problem[]; salon: string | undefined }) {
  const words = useLateWords().reasons;
  return (
    <ul className="reasons">
      {reasons.map((reason) => (
        <li key={reason}>
          <span>{words[reason].said}</span>
          <span className="about">
            {words[reason].next} <WhereMended salon={salon} reason={reason} />
          </span>
        </li>
      ))}
    </ul>
  );
}
