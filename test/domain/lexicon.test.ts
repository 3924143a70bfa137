import { describe, expect, it } from '@jest/globals';
import { statusInLexicon, typeInLexicon, typeOfStageId } from '../../lib/domain/lexicon.ts';

const booking = (text: string, field = 'status') => statusInLexicon({ text, field });

/** The table of the contract: of each line what it means for a booking, as the type of a stage, and its words. */
const table = [
  [
    'new',
    'in_process',
    'new, pending, waiting, requested, created, новый, новая, новое, новые, ожидает, создан, создана, созданы',
  ],
  [
    'confirmed',
    'in_process',
    'confirmed, accepted, approved, scheduled, подтвержден, подтверждена, подтверждено, подтверждены, записан, записана, записаны',
  ],
  [
    'came',
    'success',
    'came, arrived, visited, attended, completed, finished, done, пришел, пришла, пришло, пришли, завершен, завершена, ' +
      'завершено, завершены, выполнен, выполнена, выполнено, состоялся, состоялась, состоялось, состоялись, услуги оказаны',
  ],
  ['paid', 'success', 'paid, paid full, оплачен, оплачена, оплачено, оплачены'],
  [
    'cancelled',
    'failed',
    'cancelled, canceled, declined, rejected, no show, noshow, deleted, отменен, отменена, отменено, отменены, отклонен, ' +
      'отклонена, отклонены, отказ, не пришел, не пришла, не пришли, неявка, удален, удалена, удалено, удалены',
  ],
  [
    undefined,
    'success',
    'won, closed won, success, WON, C5:WON, успешно реализовано, успешно реализована, успешно реализован, успех',
  ],
  [
    undefined,
    'failed',
    'lost, closed lost, failed, LOSE, C5:LOSE, закрыто и не реализовано, закрыта и не реализована, провал',
  ],
] as const;

describe('the lexicon', () => {
  it.each(table)('reads what means %s for a booking and %s for a stage', (status, type, words) => {
    for (const word of words.split(', ')) {
      expect([word, booking(word)]).toEqual([word, status]);
      expect([word, typeInLexicon(word)]).toEqual([word, type]);
    }
  });

  it('reads full participles and adjectives as their short forms', () => {
    expect(['Подтверждённая', 'Подтвержденные'].map((text) => booking(text))).toEqual(['confirmed', 'confirmed']);
    expect(['Завершённый', 'Выполненное'].map((text) => booking(text))).toEqual(['came', 'came']);
    expect(['Оплаченная', 'Отменённые', 'Отклонённый'].map((text) => booking(text))).toEqual([
      'paid',
      'cancelled',
      'cancelled',
    ]);
  });

  it('folds case, ё, blanks, dashes and underscores', () => {
    for (const text of ['NO_SHOW', 'No-show', ' no  show ', 'No_-Show', 'НЕ  ПРИШЁЛ', 'отменён', 'Не_пришла']) {
      expect([text, booking(text)]).toEqual([text, 'cancelled']);
    }
    expect(booking('PAID_FULL')).toBe('paid');
    expect(typeInLexicon('Closed-Won')).toBe('success');
  });

  it('takes whole texts alone', () => {
    for (const text of ['Новая запись', 'завершение', 'оплата', 'отмена', 'renewed', 'address', 'приходила', '']) {
      expect([text, booking(text)]).toEqual([text, undefined]);
      expect([text, typeInLexicon(text)]).toEqual([text, undefined]);
    }
  });

  it('takes a cancellation as the beginning of a longer text, when why or by whom follows', () => {
    for (const text of [
      'Отменена клиентом',
      'Отменён по просьбе',
      'Отклонено администратором',
      'отменены салоном',
      'Не пришла по болезни',
      'cancelled by client',
      'canceled from the app',
      'Declined by salon',
    ]) {
      expect([text, booking(text)]).toEqual([text, 'cancelled']);
      expect([text, typeInLexicon(text)]).toEqual([text, 'failed']);
    }
  });

  it('takes no other word as a beginning, and no cancellation before another word', () => {
    for (const text of [
      'Отменена оплата',
      'Отказ клиента',
      'Rejected by salon',
      'Пришла по записи',
      'Отмененаклиентом',
    ]) {
      expect([text, booking(text), typeInLexicon(text)]).toEqual([text, undefined, undefined]);
    }
  });

  it('counts no word after "не" but those of the list', () => {
    for (const text of ['Не оплачена', 'не подтверждено', 'Не отменена', 'не завершён', 'Не отменена клиентом']) {
      expect([text, booking(text), typeInLexicon(text)]).toEqual([text, undefined, undefined]);
    }
  });

  it('reads digits as an attendance alone', () => {
    const digits = ['-1', '0', '1', '2'];
    for (const field of ['attendance', 'visit_attendance']) {
      expect(digits.map((text) => booking(text, field))).toEqual(['cancelled', 'new', 'came', 'confirmed']);
    }
    expect(digits.map((text) => booking(text))).toEqual([undefined, undefined, undefined, undefined]);
    expect(digits.map(typeInLexicon)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('reads words in an attendance, too', () => {
    expect(booking('no_show', 'attendance')).toBe('cancelled');
  });

  it('reads 142 and 143 as ids of stages alone', () => {
    expect(['142', '143', '1', '1420'].map(typeOfStageId)).toEqual(['success', 'failed', undefined, undefined]);
    for (const text of ['142', '143']) {
      expect([booking(text), booking(text, 'attendance'), typeInLexicon(text)]).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
    }
  });

  it('reads Bitrix’s final stages by their ids', () => {
    expect(['WON', 'C5:WON', 'LOSE', 'C12:LOSE', 'C5:NEW', 'WONDER'].map(typeOfStageId)).toEqual([
      'success',
      'success',
      'failed',
      'failed',
      undefined,
      undefined,
    ]);
  });
});
