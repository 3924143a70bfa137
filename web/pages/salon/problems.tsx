import { useLateWords } from '../../parts/late-words.ts';
import { Notice } from '../../parts/notice.tsx';
import type { Salon } from './draft.ts';
import { useSentence } from './form.ts';

/** What a save of these settings would be refused for today, though nobody has touched them. */
export function Problems({ problems }: { problems: Salon['problems'] }) {
  const { salon } = useLateWords();
  const sentence = useSentence();
  if (problems.length === 0) return null;
  return (
    <Notice tone="warn" title={salon.problems(problems.length)}>
      <ul>
        {problems.map(({ field, code }) => (
          <li key={field}>
            {salon.fields[field]}: {sentence(field, code)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
