import { describe, expect, it } from '@jest/globals';
import { nameOf } from './read.ts';

const called = (event: string) => nameOf({ event, data: { id: 5 } });
const words = (text: string) => text.split(' ');
const each = <T>(value: T, text: string) => words(text).map((word) => [word, value] as const);

describe('parts of an event name', () => {
  it.each([
    'deal.deleted',
    'deal_deleted',
    'deal-deleted',
    'deal/deleted',
    'deal:deleted',
    'deal deleted',
    'deal|deleted',
    'deal2deleted',
    ' deal . deleted ',
    'dealDeleted',
    'DealDeleted',
    'DEAL_DELETED',
    'CRMDealDeleted',
  ])('are cut at anything but letters and at a change of case: %s', (name) => {
    expect(called(name)).toBe('deal deleted');
  });

  it.each(['DEALDELETED', 'dealdeleted', 'Dealdeleted'])('are not guessed within one word: %s', (name) => {
    expect(called(name)).toBe('unknown_event');
  });

  it('fold case and ё', () => {
    expect(called('СДЕЛКА УДАЛЕНА')).toBe('deal deleted');
    expect(called('запись Удалёна')).toBe('booking deleted');
    expect(called('ЗаписьОтменена')).toBe('booking cancelled');
  });
});

describe('an entity is', () => {
  it.each([
    ...each('deal', 'deal lead opportunity сделка сделки сделку сделкой'),
    ...each('booking', 'booking record appointment reservation visit'),
    ...each('booking', 'запись записи записью визит визита визиты бронь бронирование бронирования'),
  ])('%s (%s)', (word, kind) => {
    expect(called(`${word}.updated`)).toBe(`${kind} updated`);
    expect(called(word)).toBe(`${kind} updated`);
  });

  it.each(
    words(
      'dealer dealership leader leading booker bookstore recorder recording visitor визитка визитки записка записной броня бронежилет делка order client заявка reservoir',
    ),
  )('not %s', (word) => {
    expect(called(`${word}.created`)).toBe('unknown_event');
  });
});

describe('an act is a stem with its verb and noun endings', () => {
  it.each([
    ...each('deleted', 'delete deletes deleted deleting deletion remove removed removes removing'),
    ...each('deleted', 'removal destroy destroyed destroys trash trashed trashing'),
    ...each('deleted', 'удалить удалил удалена удалён удалено удалены удаление удаления'),
    ...each('restored', 'restore restored restores restoring restoration undelete undeleted undeleting'),
    ...each('restored', 'восстановлена восстановлено восстановление восстановить'),
    ...each('cancelled', 'cancel cancels cancelled canceled cancelling canceling cancellation'),
    ...each('cancelled', 'reject rejected rejection decline declined noshow no_show NoShow no-show'),
    ...each('cancelled', 'отмена отменена отменён отменил отменить отклонена отклонение неявка'),
    ...each('created', 'create created creates creating creation add adds added adding new'),
    ...each('created', 'создана создан создание добавлена добавление новая новый новое новые'),
    ...each('updated', 'update updated updates updating edit edited change changed changing'),
    ...each('updated', 'modify modified modification move moved reschedule rescheduled'),
    ...each('updated', 'изменена изменение обновлена обновление перенесена перенос отредактирована'),
  ])('%s says %s', (word, act) => {
    expect(called(`booking ${word}`)).toBe(`booking ${act}`);
  });

  it.each(
    words(
      'address additional addon addressed news newsletter newest movie creator creative credit remover removable cancelable rejector restorer restaurant новость новости новичок удаленная удалённый удалённое',
    ),
  )('%s is another word and says none', (word) => {
    expect(called(`booking ${word}`)).toBe('booking updated');
    // A second part shows that it has weight: beside it a deletion does not count.
    expect(called(`booking deleted ${word}`)).toBe('booking updated');
  });

  it.each(words('update edited changing modification moved reschedules изменена обновление редактирование'))(
    '%s is an update, which may stand beside a deletion',
    (word) => {
      expect(called(`deal deleted ${word}`)).toBe('deal deleted');
    },
  );
});

describe('a word without weight is', () => {
  it.each(words('on event webhook hook crm api v v3 profsalon was has been is была был событие'))('%s', (word) => {
    expect(called(`${word} deal deleted`)).toBe('deal deleted');
    expect(nameOf({ event: `${word} deleted`, deal: { id: 5 } })).toBe('deal deleted');
  });

  it.each(['online', 'онлайн', 'salon', 'soft'])('%s beside an entity alone', (word) => {
    expect(called(`${word} booking deleted`)).toBe('booking deleted');
    expect(nameOf({ event: `${word} deleted`, booking: { id: 5 } })).toBe('booking updated');
  });

  it.each(words('by client customer user admin staff клиентом клиент администратором мастером мастер салоном'))(
    '%s beside an entity and a cancellation alone',
    (word) => {
      expect(called(`booking cancelled ${word}`)).toBe('booking cancelled');
      expect(called(`booking deleted ${word}`)).toBe('booking updated');
      expect(nameOf({ event: `cancelled ${word}`, booking: { id: 5 } })).toBe('booking updated');
    },
  );

  it.each(words('stage status item data widget tag comment payment not не reminder услуга тег'))(
    'not %s: with it a deletion, cancellation, creation or restoration is an update',
    (word) => {
      for (const act of ['deleted', 'cancelled', 'created', 'restored']) {
        expect(called(`booking.${word}_${act}`)).toBe('booking updated');
      }
    },
  );
});
