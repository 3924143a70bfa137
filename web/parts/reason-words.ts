import type { StopReason } from '../../lib/model/outbound-state.ts';
import { useLateWords } from './late-words.ts';

/** Why CoMagic did not do what it was asked for, in words. */
export function useReasonWords() {
  const { comagic, connection } = useLateWords();
  return (reason: StopReason | 'unanswered') =>
    reason === 'unanswered' ? connection.check.unanswered : comagic.stopped[reason];
}
