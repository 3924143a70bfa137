import { describe, expect, it } from '@jest/globals';
import { aboutBooking, aboutDeal, clientOf, ofBooking, ofDeal, readOf } from './read.ts';
import { aTelling } from './told.ts';

/** A body as YCLIENTS sends it. */
const yclients = (data: object, around: object = {}) => ({
  company_id: 1042,
  resource: 'record',
  resource_id: 5,
  status: 'update',
  ...around,
  data,
});
const ofYclients = (data: object) => readOf(yclients(data)).reading;

describe('YCLIENTS’ names', () => {
  it('`resource_id` is the id', () => {
    expect(ofYclients({}).bookingId).toBe('5');
    expect(ofYclients({ id: 6 }).bookingId).toBe('6');
    expect(ofBooking({ id: undefined, resource_id: 8 }).bookingId).toBe('8');
  });

  it('`title` is the name of a service', () => {
    expect(ofYclients({ services: [{ id: 1, title: 'Стрижка' }] }).services).toEqual([{ id: '1', name: 'Стрижка' }]);
  });

  it.each([
    [
      { cost: 3000, discount: 50, cost_to_pay: 1500, amount: 2 },
      { price: 150_000, quantity: '2' },
    ],
    [{ cost: '1 800,00' }, { price: 180_000 }],
    [
      { cost: 1800, amount: 3 },
      { price: 180_000, quantity: '3' },
    ],
    [{ cost_to_pay: '', cost: 900 }, { price: 90_000 }],
    [
      { price: 500, quantity: 4 },
      { price: 50_000, quantity: '4' },
    ],
  ])(
    'the price of a service is `cost_to_pay` before `cost`, its `amount` there the quantity: %j',
    (service, expected) => {
      expect(ofYclients({ services: [service] }).services).toEqual([expected]);
    },
  );

  it('the price of a visit is `cost_to_pay` before `cost`', () => {
    expect(ofYclients({ cost: 3000, cost_to_pay: 1500 }).amount).toBe(150_000);
    expect(ofYclients({ cost: 3000 })).toMatchObject({ amount: 300_000 });
    expect(ofYclients({ cost: 3000 }).cost).toBeUndefined();
  });

  it.each([
    [{ attendance: -1 }, 'cancelled'],
    [{ attendance: 0 }, 'new'],
    [{ attendance: 1 }, 'came'],
    [{ visit_attendance: '2' }, 'confirmed'],
    [{ attendance: 1, paid_full: 1 }, 'paid'],
    [{ attendance: '1', visit_attendance: -1 }, 'cancelled'],
  ])('%j says the status %s', async (data, status) => {
    const salon = aTelling();
    await salon.tell(yclients(data));
    expect(await salon.request('5')).toMatchObject({ bookingStatus: status });
  });

  it('`create_date`, `last_change_date` and `datetime` are its times', () => {
    const data = {
      create_date: '2026-11-20T10:00:00+0300',
      last_change_date: '2026-11-21T10:00:00+0300',
      datetime: '2026-12-05T09:00:00+03:00',
    };
    expect(ofYclients(data)).toMatchObject({
      createdAt: { at: '2026-11-20T07:00:00.000Z' },
      updatedAt: { at: '2026-11-21T07:00:00.000Z' },
      startsAt: { at: '2026-12-05T06:00:00.000Z' },
    });
  });

  it('the visit is at `datetime`, else at `date`; `date` and `time` apart are one moment', () => {
    expect(ofYclients({ date: '2026-12-05 10:00:00', datetime: '2026-12-05 09:00:00' }).startsAt?.at).toBe(
      '2026-12-05T06:00:00.000Z',
    );
    expect(ofYclients({ date: '2026-12-05 10:00:00' }).startsAt?.at).toBe('2026-12-05T07:00:00.000Z');
    expect(ofYclients({ date: '2026-12-05', time: '9:05' }).startsAt?.at).toBe('2026-12-05T06:05:00.000Z');
    expect(ofBooking({ date: '05.12.2026', time: '18:30:15' }).startsAt?.at).toBe('2026-12-05T15:30:15.000Z');
    expect(aboutBooking({ date: '05.12.2026', time: '18:30' }).unknownPaths).toEqual([]);
  });

  it.each([
    [{ date: '2026-12-05 00:00:00', time: '15:00' }, '2026-12-05T12:00:00.000Z'],
    [{ date: '05.12.2026, 0:00', time: '15:00:00.000000' }, '2026-12-05T12:00:00.000Z'],
    [
      { date: { date: '2026-12-05 00:00:00.000000', timezone_type: 3, timezone: 'Asia/Omsk' }, time: '15:00' },
      '2026-12-05T09:00:00.000Z',
    ],
    [{ date: '05.12.2026 10:00', time: '15:00' }, '2026-12-05T07:00:00.000Z'],
    [{ date: 1796457600, time: '15:00' }, '2026-12-05T08:00:00.000Z'],
  ])('a date at midnight takes the time beside it, a moment does not: %j', (data, instant) => {
    const { reading, warnings } = aboutBooking(data);
    expect(reading.startsAt?.at).toBe(instant);
    expect(warnings).toEqual([]);
  });

  it('a time that is none leaves the date alone, and is warned', () => {
    const { reading, warnings } = aboutBooking({ date: '05.12.2026', time: '10:00 - 11:00' });
    expect(reading.startsAt?.at).toBe('2026-12-04T21:00:00.000Z');
    expect(warnings).toEqual(['data.time: unreadable_date']);
  });

  it('`online: true` is an origin online, `false` another origin', async () => {
    const salon = aTelling({ requestsFrom: 'widget' });
    await salon.tell(
      yclients({ online: true }),
      yclients({ online: false }, { resource_id: 6 }),
      yclients({}, { resource_id: 7 }),
    );
    expect(await salon.request('5')).toMatchObject({ hidden: [] });
    expect(await salon.request('6')).toMatchObject({ hidden: ['not_from_widget'] });
    expect(await salon.request('7')).toMatchObject({ hidden: ['origin_unknown'] });
  });

  it('`display_name` is the client’s name', () => {
    expect(clientOf(ofYclients({ client: { id: 61, display_name: 'Анна К.' } }))).toEqual({
      id: '61',
      name: 'Анна К.',
    });
  });

  it('a cancellation may come as an update, a deletion by its status', async () => {
    const salon = aTelling();
    await salon.tell(
      yclients({ attendance: -1 }),
      yclients({}, { resource_id: 6, status: 'delete' }),
      yclients({ deleted: true }, { resource_id: 7 }),
    );
    expect(await salon.request('5')).toMatchObject({ bookingStatus: 'cancelled' });
    expect(await salon.request('6')).toMatchObject({ bookingStatus: 'deleted' });
    expect(await salon.request('7')).toMatchObject({ bookingStatus: 'deleted' });
  });

  it('a client may be `null`', () => {
    expect(readOf(yclients({ client: null }))).toMatchObject({ warnings: [], unknownPaths: [] });
    expect(ofYclients({ client: null }).client).toBeUndefined();
  });
});

describe('Bitrix24’s names', () => {
  it('are those of a deal', () => {
    const data = {
      ID: '9001',
      TITLE: 'Запись',
      OPPORTUNITY: '3150.00',
      CURRENCY_ID: 'RUB',
      STAGE_ID: 'C5:NEW',
      STAGE_SEMANTIC_ID: 'P',
    };
    const more = {
      DATE_CREATE: '2026-11-20T10:00:00+03:00',
      DATE_MODIFY: '2026-11-21T10:00:00+03:00',
      ASSIGNED_BY_ID: '12',
    };
    const { reading, unknownPaths } = readOf({ event: 'deal.updated', fields: { ...data, ...more } });
    expect(unknownPaths).toEqual([]);
    expect(reading).toMatchObject({
      dealId: '9001',
      name: 'Запись',
      amount: 315_000,
      currency: 'RUB',
      stage: { id: 'C5:NEW', type: 'in_process' },
      createdAt: { at: '2026-11-20T07:00:00.000Z' },
      updatedAt: { at: '2026-11-21T07:00:00.000Z' },
      manager: { id: '12' },
    });
  });

  it.each([
    ['P', 'in_process'],
    ['S', 'success'],
    ['F', 'failed'],
    ['s', 'success'],
  ])('STAGE_SEMANTIC_ID %s is a type of the stage', (said, type) => {
    expect(ofDeal({ STAGE_ID: 'X', STAGE_SEMANTIC_ID: said }).stage).toEqual({ id: 'X', type });
  });
});

describe('amoCRM’s names', () => {
  it('`values[{value}]` is the value of a custom field', () => {
    const custom_fields = [
      { id: 3, name: 'Мастер', values: [{ value: 'Юля' }] },
      { id: 4, values: [{ value: 1 }, { value: 2 }] },
    ];
    expect(ofDeal({ custom_fields }).userFields).toEqual([
      { id: '3', name: 'Мастер', value: 'Юля' },
      { id: '4', value: '1, 2' },
    ]);
  });
});

describe('the sum of a booking or deal', () => {
  const names = ['amount', 'revenue', 'total_amount', 'total_sum', 'total_price', 'total', 'sum', 'price'];
  const from = (first: number) =>
    Object.fromEntries(names.slice(first).map((name, at) => [name, first + at + 1] as const));

  it.each(names.map((name, at) => [name, at] as const))('is the first of amount, revenue, …: here %s', (_, first) => {
    expect(ofDeal(from(first)).amount).toBe((first + 1) * 100);
    expect(ofBooking(from(first)).amount).toBe((first + 1) * 100);
    expect(aboutDeal(from(first)).unknownPaths).toEqual([]);
  });

  it('is the next when one says nothing', () => {
    expect(ofDeal({ amount: '', revenue: null, total: 7 }).amount).toBe(700);
  });

  it('of a booking is `cost` when nothing else says it; of a deal `cost` is the cost price', () => {
    expect(ofBooking({ cost: 5 })).toMatchObject({ amount: 500 });
    expect(ofBooking({ cost: 5, price: 7 })).toMatchObject({ amount: 700, cost: 500 });
    expect(ofDeal({ cost: 5 })).toMatchObject({ cost: 500 });
    expect(ofDeal({ cost: 5 }).amount).toBeUndefined();
  });
});

describe('other names', () => {
  it.each(['manager', 'responsible', 'responsible_user'])('the manager may be called %s', (name) => {
    expect(ofDeal({ [name]: { id: 12, name: 'Ольга' } }).manager).toEqual({ id: '12', name: 'Ольга' });
    expect(ofDeal({ [`${name}_id`]: 12 }).manager).toEqual({ id: '12' });
  });

  it.each(['staff', 'master', 'employee', 'specialist'])('the member of staff may be called %s', (name) => {
    expect(ofBooking({ [name]: { id: 77, name: 'Юля' } }).staff).toEqual({ id: '77', name: 'Юля' });
    expect(ofBooking({ [`${name}_name`]: 'Юля' }).staff).toEqual({ name: 'Юля' });
  });
});
