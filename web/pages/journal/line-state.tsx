import { Chip } from '../../parts/chip.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import type { Line } from './line-words.ts';

const tones = { done: 'good', ignored: 'calm', failed: 'bad', refused: 'bad' } as const satisfies Record<
  Line['status'],
  string
>;

/** What became of a delivery, in a word. */
export function LineState({ status }: { status: Line['status'] }) {
  const { journal } = useLateWords();
  return <Chip tone={tones[status]}>{journal.status[status]}</Chip>;
}
