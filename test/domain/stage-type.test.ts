import { describe, expect, it } from '@jest/globals';
import { stageTypeOf, type TypeQuestion } from '../../lib/domain/stage-type.ts';
import { taughtBy } from '../../lib/domain/status.ts';
import type { StageType } from '../../lib/model/words.ts';

/** The type of a stage by today's teaching, which is none unless told. */
function typeOf(question: TypeQuestion, taught: Record<string, StageType> = {}): StageType {
  return stageTypeOf(question, taughtBy(taught)).type;
}
const says = (text: string, field = 'status') => ({ texts: [{ text, field }] });

describe('the type of a stage', () => {
  /** Each answers as the one before it does not. */
  const answers: [string, TypeQuestion, StageType][] = [
    ['the type that the sender gives in that very event', { stage: { name: 'Отказ', type: 'success' } }, 'success'],
    ['else the lexicon by its name', { stage: { id: '142', name: 'Отказ' } }, 'failed'],
    ['else the ids 142 and 143', { stage: { id: '142', name: 'Этап' }, status: says('отказ') }, 'success'],
    [
      'else the lexicon by the status',
      { stage: { name: 'Этап' }, status: says('paid'), elsewhere: 'failed' },
      'success',
    ],
    ['else a type said elsewhere for it', { stage: { name: 'Этап' }, elsewhere: 'failed' }, 'failed'],
    ['else in process', { stage: { name: 'Этап' } }, 'in_process'],
  ];

  it('says what has said it: a person, the sender with it, our lexicon, the sender elsewhere, or nothing', () => {
    const from = answers.map(([, question]) => stageTypeOf(question, taughtBy({})).typeFrom);
    expect(from).toEqual(['sender', 'lexicon', 'lexicon', 'lexicon', 'elsewhere', 'nothing']);
    const taught = taughtBy<StageType>({ Этап: 'failed' });
    expect(stageTypeOf({ stage: { name: 'этап' } }, taught)).toEqual({ type: 'failed', typeFrom: 'taught' });
  });

  it.each(answers)('is %s', (_, question, type) => {
    expect(typeOf(question)).toBe(type);
  });

  it('is before all that what a person taught of its name', () => {
    for (const [, question] of answers) {
      const name = question.stage?.name ?? '';
      expect(typeOf(question, { [name]: 'in_process' })).toBe('in_process');
    }
    expect(typeOf({ stage: { name: 'Отказ', type: 'failed' } }, { отказ: 'success' })).toBe('success');
  });

  it('is taught by a name whatever its case, ё, blanks, dashes and underscores', () => {
    expect(typeOf({ stage: { name: ' ОПЛАЧЕНО ' } }, { Оплачено: 'failed' })).toBe('failed');
    expect(typeOf({ stage: { name: 'Приём окончен' } }, { прием_окончен: 'success' })).toBe('success');
  });

  it.each([
    ['Оплачено', 'success'],
    ['ЗАВЕРШЕНО', 'success'],
    ['Успешно реализовано', 'success'],
    ['won', 'success'],
    ['Отменен', 'failed'],
    ['Отменена клиентом', 'failed'],
    ['lost', 'failed'],
    ['No-show', 'failed'],
    ['Не оплачена', 'in_process'],
    ['Отменена оплата', 'in_process'],
    ['Новая запись', 'in_process'],
  ] as const)('called %s is %s', (name, type) => {
    expect(typeOf({ stage: { name } })).toBe(type);
  });

  it('is that of a status alone, where no stage is said', () => {
    expect(typeOf({ stage: undefined, status: says('отменена') })).toBe('failed');
    expect(typeOf({ stage: undefined, status: says('-1', 'attendance') })).toBe('failed');
    expect(typeOf({ stage: undefined, status: says('-1') })).toBe('in_process');
    expect(typeOf({ stage: undefined, status: { word: 'paid' } })).toBe('success');
  });

  it('knows the final stages of amoCRM and Bitrix by their ids, whatever their pipeline', () => {
    expect(typeOf({ stage: { id: '143' } })).toBe('failed');
    expect(typeOf({ stage: { id: 'C5:WON' } })).toBe('success');
    expect(typeOf({ stage: { id: '1' } })).toBe('in_process');
  });
});
