import { describe, expect, it } from '@jest/globals';
import { nameOf } from './read.ts';

const updated = (kind: 'deal' | 'booking', ...names: string[]) =>
  names.map((name) => [name, `${kind} updated`] as const);

/** The names of the model of stems, each with what the contract's rule makes of it, worked out by hand. */
describe('an event name of the list', () => {
  it.each([
    ['OnCrmDealDelete', 'deal deleted'],
    ['leads delete', 'deal deleted'],
    ['delete_lead', 'deal deleted'],
    ['lead_deleted', 'deal deleted'],
    ['deal.deletion', 'deal deleted'],
    ['deal_removed', 'deal deleted'],
    ['DealDeletedEvent', 'deal deleted'],
    ['deal.deleted.v1', 'deal deleted'],
    ['profsalon.deal.deleted', 'deal deleted'],
    ['deal.soft_deleted', 'deal deleted'],
    ['Удаление сделки', 'deal deleted'],
    ['Сделка удалена', 'deal deleted'],
    ['deal.trashed', 'deal deleted'],
    ['webhook removed deal', 'deal deleted'],
    ['onBookingDeleted', 'booking deleted'],
    ['record delete', 'booking deleted'],
    ['record.remove', 'booking deleted'],
    ['удаление записи онлайн', 'booking deleted'],
    ['booking.event_removed', 'booking deleted'],
  ])('%s is a deletion: no other word, one entity', (name, expected) => {
    expect(nameOf({ event: name, data: { id: 5 } })).toBe(expected);
  });

  it.each([
    'v2.booking.cancelled',
    'salon.booking.cancelled',
    'client.booking.cancelled',
    'booking.cancelled_by_client',
    'booking.canceled.by.admin',
    'Клиент отменил запись',
    'Запись отменена клиентом',
    'Отмена записи',
    'booking.rejected',
    'booking.no_show',
    'booking.noshow',
  ])('%s is a cancellation: who did it has no weight', (name) => {
    expect(nameOf({ event: name, data: { id: 5 } })).toBe('booking cancelled');
  });

  it.each([
    ['create record', 'booking created'],
    ['Новая запись', 'booking created'],
    ['Новая онлайн-запись', 'booking created'],
    ['Запись добавлена', 'booking created'],
    ['booking.created.updated', 'booking created'],
    ['deal.creation', 'deal created'],
    ['Создана новая сделка', 'deal created'],
    ['deal.undeleted', 'deal restored'],
    ['booking.restored', 'booking restored'],
    ['Запись восстановлена', 'booking restored'],
  ])('%s is a %s', (name, expected) => {
    expect(nameOf({ event: name, data: { id: 5 } })).toBe(expected);
  });

  it.each([
    ...updated(
      'deal',
      'deal.propertyChange',
      'Обновлено: сделка',
      'deal.status',
      'deal.address',
      'deal.additional_info',
    ),
    ...updated('deal', 'contact.deletion deal', 'newsletter.subscribed deal', 'pipeline.stage_deleted deal'),
    ...updated('deal', 'deal.archived', 'deal delete success', 'deal.won', 'deal.lost', 'deal.merged', 'deal.purged'),
    ...updated('deal', 'deal.stage.deleted', 'deal.moved_to_trash', 'deal.created_deleted', 'deal_data_removed'),
    ...updated('deal', 'deal item deleted', 'deal.recovered', 'deal.booking.removed', 'deal_booking_deleted'),
    ...updated('booking', 'Запись перенесена', 'booking.status_changed', 'booking.confirmed', 'booking.not_rejected'),
    ...updated(
      'booking',
      'booking.uncancelled',
      'booking.cancel_requested',
      'visit.finished',
      'record_removed_service',
    ),
    ...updated('booking', 'booking.cancelled.status.updated', 'Снята отмена записи', 'запись не отменена'),
    ...updated('booking', 'Переносимая запись', 'Дополнительная запись', 'booking_item.removed', 'booking.expired'),
    ...updated('booking', 'online_booking.widget.removed', 'booking.missed', 'booking deleted deal'),
  ])('%s is a %s: another word, another entity or another act stands in it', (name, expected) => {
    expect(nameOf({ event: name, data: { id: 5 } })).toBe(expected);
  });

  it.each([
    ...['ONCRMDEALADD', 'ONCRMDEALUPDATE', 'ONCRMDEALDELETE', 'object.deletion', 'Новости', 'news', 'address.changed'],
    ...['movie', 'visitor.created', 'recording.created', 'leader', 'status', 'cancellation_policy.updated', 'trash'],
    ...['service.removed', 'Неявка клиента', 'Клиент не пришел', 'Заявка создана', 'zapis.create', 'order.created'],
    'Событие: удаление',
  ])('%s is of no kind: no entity in it, and none holds the object', (name) => {
    expect(nameOf({ event: name, data: { id: 5 } })).toBe('unknown_event');
  });
});
