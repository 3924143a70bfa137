import type { AccountMnemonic, Answer } from '../../model/data-api.ts';

type Failed = Exclude<Answer<unknown>, { outcome: 'ok' }>;

/** What people are told of a call that was not carried out. */
export function outcomeOf(answer: Failed): AccountMnemonic | 'unanswered' {
  return answer.outcome === 'account' ? answer.mnemonic : 'unanswered';
}
