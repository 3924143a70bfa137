import { describe, expect, it } from '@jest/globals';
import { form } from './door.ts';
import { aTelling, E, hookKey, token } from './told.ts';

/** What became of a booking, or of a deal, with id 5 of which all this was told. */
async function requestOf(...told: object[]) {
  const salon = aTelling();
  await salon.tell(...told);
  return salon.request('5');
}
async function dealOf(...told: object[]) {
  const salon = aTelling();
  await salon.tell(...told);
  return salon.deal('5');
}
const deal = (event: string, data: object = {}) => E(event, { id: 5, ...data });
const booking = (data: object = {}) => E('booking.updated', { id: 5, ...data });

/** Inputs that were once read wrongly, each by its number: the one that was found, and others of its kind. */
describe('an input that failed', () => {
  it('1: a register’s parts from different events say nothing that nobody said, nor does it reach back', async () => {
    const salon = aTelling();
    const types = async () => (await salon.deals()).map(({ extId, stage }) => [extId, stage?.type]);
    await salon.tell(E('deal.created', { id: 7801, stage: { name: 'No-show' } }));
    expect(await types()).toEqual([['7801', 'failed']]);
    await salon.tell(E('deal.created', { id: 7802, stage: { id: 780, name: 'Записана', type: 'success' } }));
    await salon.tell(E('deal.created', { id: 7803, stage: { id: 780, name: 'No-show' } }));
    const told = [
      ['7801', 'failed'],
      ['7802', 'success'],
      ['7803', 'failed'],
    ];
    expect(await types()).toEqual(told);
    expect((await salon.deal('7803')).stage).toMatchObject({ id: '780', name: 'No-show', type: 'failed' });
    expect((await salon.deal('7802')).stage).toMatchObject({ id: '780', name: 'Записана' });
    salon.change({ stageTypes: { 'No-show': 'in_process', Записана: 'failed' } });
    expect(await types()).toEqual([
      ['7801', 'in_process'],
      ['7802', 'failed'],
      ['7803', 'in_process'],
    ]);
  });

  it('2: the act on a part is not taken for the whole', async () => {
    const payment = { event: 'payment.deleted', salon: { id: '1042' }, deal: { id: 5 } };
    const tag = { action: 'deleted', topic: 'tag', deal: { id: 5 } };
    for (const event of [
      deal('deal.removed_tag'),
      deal('deal.comment_deleted'),
      payment,
      deal('сделка: удалён комментарий'),
      tag,
    ]) {
      expect(await dealOf(deal('deal.created'), event)).toMatchObject({ deleted: false, hidden: [] });
    }
    const still = E('booking.updated', { id: 5 }, { status: 'not_cancelled' });
    for (const event of [
      deal('booking.reminder_cancelled'),
      still,
      deal('Запись: напоминание отменено'),
      deal('booking.payment.declined'),
    ]) {
      expect(await requestOf(deal('booking.created'), event)).toMatchObject({ bookingStatus: 'new', hidden: [] });
    }
  });

  it('3: an act is known in all its forms and in both languages', async () => {
    for (const name of [
      'deal.deletion',
      'deal.trashed',
      'Сделка удалена',
      'deal_removal',
      'Удаление сделки',
      'LeadDestroyed',
    ]) {
      expect(await dealOf(deal('deal.created'), deal(name))).toMatchObject({ deleted: true, hidden: ['deleted'] });
    }
    const cancellations = [
      'booking.cancellation',
      'Запись отменена',
      'booking.no_show',
      'booking.rejected',
      'Отмена записи',
      'visit.declined',
    ];
    for (const name of cancellations) {
      expect(await requestOf(deal('booking.created'), deal(name))).toMatchObject({ bookingStatus: 'cancelled' });
    }
  });

  it('4: a deleted deal has a way back', async () => {
    const all = { name: 'x', amount: 100, stage: 'Оплачена', client: { id: 1, name: 'Анна' } };
    for (const back of ['deal.restored', 'deal.undeleted', 'Сделка восстановлена', 'deal.created']) {
      const salon = aTelling();
      await salon.tell(deal('deal.created', all), deal('deal.deleted'), deal(back, all));
      expect(await salon.deals()).toMatchObject([{ extId: '5', revenue: 10_000, hidden: [] }]);
    }
  });

  it('5: a soft deletion is one', async () => {
    const said = [
      { deleted_at: '2026-11-20 10:00:00' },
      { deletedAt: 1795000000 },
      { is_deleted: 1 },
      { IS_DELETED: 'Y' },
      { deleted: 'да' },
    ];
    for (const data of said) expect(await dealOf(deal('deal.updated', data))).toMatchObject({ deleted: true });
  });

  it('6: a closing belongs to its run of a stage', async () => {
    const at = (date: string, data: object) => deal('deal.updated', { updated_at: `${date}.2026 12:00:00`, ...data });
    const told = [
      at('01.11', { stage: { id: 142 }, closed_at: '01.11.2026 12:00:00' }),
      at('05.11', { stage: { id: 7, name: 'Ждёт' }, closed_at: null }),
      at('20.11', { stage: { id: 143 } }),
    ];
    expect(await dealOf(...told)).toMatchObject({
      stage: { type: 'failed' },
      closedDateTime: '2026-11-20T09:00:00.000Z',
    });
    expect((await dealOf(...told.slice(0, 2))).closedDateTime).toBeUndefined();
    expect(await dealOf(at('12.11', { stage: 'Оплачена' }), at('13.11', { amount: 5 }))).toMatchObject({
      closedDateTime: '2026-11-12T09:00:00.000Z',
    });
  });

  it('7: a word is known in all its spellings', async () => {
    const statuses = {
      canceled: 'cancelled',
      NO_SHOW: 'cancelled',
      'Отменён клиентом': 'cancelled',
      Завершена: 'came',
      Подтверждена: 'confirmed',
      Оплачена: 'paid',
      completed: 'came',
    };
    for (const [status, expected] of Object.entries(statuses))
      expect(await requestOf(booking({ status }))).toMatchObject({ bookingStatus: expected });
    const stages = {
      Оплачена: 'success',
      Выполнена: 'success',
      Отменен: 'failed',
      won: 'success',
      lost: 'failed',
      'Успешно реализовано': 'success',
      'Не оплачена': 'in_process',
    };
    for (const [stage, type] of Object.entries(stages))
      expect(await dealOf(deal('deal.updated', { stage }))).toMatchObject({ stage: { type } });
  });

  it('8: two persons are not mixed', async () => {
    const first = { id: 61, name: 'Анна Котова', phone: '8 916 111-11-10', email: 'anna@kotova.ru' };
    const request = await requestOf(booking({ client: first }), booking({ client: { id: 63, name: 'Вера Лебедева' } }));
    expect(request).toMatchObject({ name: 'Вера Лебедева', phones: [], emails: [], noContact: true });
    expect(JSON.stringify({ ...request, events: [] })).not.toMatch(/Котова|9161111110|anna/);
  });

  it('9: one thing in another’s shape is read', async () => {
    expect(await dealOf(deal('deal.updated', { booking_ids: '7407,7408' }))).toMatchObject({
      bookingIds: ['7407', '7408'],
    });
    expect(await dealOf(deal('deal.updated', { tags: ['VIP'] }))).toMatchObject({ tags: [{ name: 'VIP' }] });
    expect(await dealOf(deal('deal.updated', { tags: 'VIP, новая' }))).toMatchObject({
      tags: [{ name: 'VIP' }, { name: 'новая' }],
    });
    expect(await requestOf(booking({ services: ['Маникюр'] }))).toMatchObject({ services: [{ name: 'Маникюр' }] });
    expect(await requestOf(booking({ services: { id: 17, title: 'Маникюр' } }))).toMatchObject({
      services: [{ id: '17', name: 'Маникюр' }],
    });
    expect(await requestOf(booking({ custom_fields: { Мастер: 'Юля' } }))).toMatchObject({
      userFields: [{ name: 'Мастер', value: 'Юля' }],
    });
    expect(await requestOf(booking({ client: { phones: [{ value: '8 916 111-11-10' }] } }))).toMatchObject({
      phone: '+79161111110',
    });
    expect(await dealOf(deal('deal.updated', { contacts: [{ name: 'Анна' }] }))).toMatchObject({
      contact: { name: 'Анна' },
    });
    const two = await requestOf(booking({ clients: [{ name: 'Анна' }, { name: 'Вера' }] }));
    expect(two).toMatchObject({ name: 'Анна', warnings: ['data.clients: not_read'] });
  });

  it('10: a person is known by all her names', async () => {
    const expected = { name: 'Анна Котова', phone: '+79161111110' };
    const phone = '8 916 111-11-10';
    const said = [
      { name: 'Анна Котова', phone, email: 'a@b.ru' },
      { customer: { name: 'Анна Котова', phone } },
      { client: 'Анна Котова', phone },
      { client: { first_name: 'Анна', last_name: 'Котова', phone } },
      { fio: 'Анна Котова', tel: phone },
      { client: { surname: 'Котова', name: 'Анна', mobile: phone } },
      { guest: { full_name: 'Анна Котова', telephone: phone } },
      { customerName: 'Анна Котова', customerPhone: phone },
    ];
    for (const data of said) expect(await requestOf(booking(data))).toMatchObject(expected);
  });

  it('11: case and separators do not matter', async () => {
    const data = {
      createdAt: '2026-11-20T00:00:00Z',
      startsAt: '2026-12-05T06:00:00Z',
      dealId: 9,
      customFields: { а: 'б' },
    };
    const salon = aTelling();
    await salon.tell({ event_type: 'booking.updated', salonId: '1042', data: { id: 5, ...data } });
    expect(await salon.request('5')).toMatchObject({
      dateTime: '2026-11-20T00:00:00.000Z',
      startsAt: '2026-12-05T06:00:00.000Z',
      userFields: [{ name: 'а', value: 'б' }],
    });
    expect(await salon.lastLine()).toMatchObject({ unknownPaths: [] });
    await salon.tell({ topic: 'deal.created', SALON_ID: 1042, data: { id: 9 } });
    expect(await salon.superseded('9')).toMatchObject({ supersededBy: ['arbat.b.5'] });
    const { events } = await salon.post({ body: { topic: 'deal.created', salonId: '7', data: { id: 9 } } });
    expect(events).toMatchObject([{ reason: 'other_salon' }]);
  });

  it('12: dates are read as PHP and people write them', async () => {
    const php = { date: '2026-11-20 10:00:00.000000', timezone_type: 3, timezone: 'Europe/Moscow' };
    expect(await requestOf(booking({ created_at: php }))).toMatchObject({ dateTime: '2026-11-20T07:00:00.000Z' });
    const visits = [
      { starts_at: '5.12.2025 9:05' },
      { starts_at: '05.12.2025, 09:05' },
      { starts_at: '2025/12/05 09:05:00' },
      { date: '2025-12-05', time: '9:05' },
    ];
    for (const data of visits)
      expect(await requestOf(booking(data))).toMatchObject({ startsAt: '2025-12-05T06:05:00.000Z' });
  });

  it('13: JSON inside JSON is read', async () => {
    const data = JSON.stringify({ id: 5, client: { name: 'Анна' } });
    expect(await requestOf({ event: 'booking.created', data })).toMatchObject({ name: 'Анна' });
    const salon = aTelling();
    await salon.post({ body: JSON.stringify(JSON.stringify(booking({ client: { name: 'Анна' } }))) });
    await salon.work();
    expect(await salon.request('5')).toMatchObject({ name: 'Анна' });
  });

  it('14: a delivery in the query, or with a slash at the end, leaves a trace', async () => {
    const salon = aTelling();
    await salon.post({
      method: 'GET',
      headers: { 'x-salon-token': '' },
      query: `token=${token}&event=booking.created&data[id]=7230`,
    });
    await salon.post({ path: `${hookKey}/`, headers: form, body: 'event=booking.created&data[id]=7231' });
    await salon.work();
    expect((await salon.requests()).map(({ extId }) => extId)).toEqual(['7230', '7231']);
  });

  it('15: of two prices the one to pay is the price', async () => {
    const data = { services: [{ id: 1, title: 'Уход', cost: 3000, discount: 50, cost_to_pay: 1500, amount: 2 }] };
    const salon = aTelling();
    await salon.tell({ company_id: 1042, resource: 'record', resource_id: 5, status: 'create', data });
    expect(await salon.request('5')).toMatchObject({
      services: [{ id: '1', name: 'Уход', price: 150_000, quantity: '2' }],
    });
  });
});
