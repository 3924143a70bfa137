import type { Answer } from '../../model/data-api.ts';
import type { Halt } from './lane.ts';

/** Why sending ends with a call that was not taken for no fault of a record's. */
export function haltOf(answer: Extract<Answer<unknown>, { outcome: 'again' | 'account' }>): NonNullable<Halt> {
  return answer.outcome === 'again' ? { halt: 'again' } : { halt: 'account', reason: answer.mnemonic };
}
