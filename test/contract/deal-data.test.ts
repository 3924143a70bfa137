import { describe, expect, it } from '@jest/globals';
import { ofDeal } from './read.ts';
import { aTelling, E } from './told.ts';

const contact = { id: 61, name: 'Анна Котова', phones: ['8 916 123-45-67', '+7 (495) 111-22-33'], emails: ['a@b.ru'] };
const place = { pipeline: { id: 1, name: 'Записи' }, stage: { id: 40, name: 'Оплачено', type: 'success', order: 40 } };
const before = { previous_stage: { id: 30, name: 'Клиент пришёл' } };
const sums = { amount: '3 150,00', paid_amount: 3000, cost: '640,50', currency: 'RUB' };
const times = {
  created_at: '20.11.2026 10:00',
  updated_at: '21.11.2026 10:00:05',
  stage_changed_at: '21.11.2026 10:00:04',
  closed_at: '21.11.2026 10:00:04',
};
const people = { contact, manager: { id: 12, name: 'Ольга', role: 'администратор' } };
const rest = {
  is_repeat: '1',
  source: 'Сайт',
  origin: 'widget',
  comment: 'Скидка',
  tags: [{ id: 'vip', name: 'VIP' }],
};
const custom_fields = [{ id: 'n', name: 'Кол-во', type: 'numeric', value: '2' }];
const deal = { id: 9001, name: 'Запись №1', ...place, ...before, ...sums, ...times, ...people, ...rest, custom_fields };

const expected = {
  extId: '9001',
  name: 'Запись №1',
  revenue: 315_000,
  paidAmount: 300_000,
  cost: 64_050,
  currency: 'RUB',
  senderPipeline: { id: '1', name: 'Записи' },
  stage: { id: '40', name: 'Оплачено', type: 'success', order: 40 },
  createdDateTime: '2026-11-20T07:00:00.000Z',
  modifiedDateTime: '2026-11-21T07:00:05.000Z',
  modifiedStageDateTime: '2026-11-21T07:00:04.000Z',
  closedDateTime: '2026-11-21T07:00:04.000Z',
  contact: {
    id: '61',
    name: 'Анна Котова',
    phone: '+79161234567',
    phones: ['+74951112233', '+79161234567'],
    emails: ['a@b.ru'],
  },
  manager: { id: '12', name: 'Ольга', role: 'администратор' },
  isRepeat: true,
  source: 'Сайт',
  origin: 'widget',
  comments: 'Скидка',
  tags: [{ id: 'vip', name: 'VIP' }],
  userFields: [{ id: 'n', name: 'Кол-во', type: 'numeric', value: '2' }],
  bookingIds: [],
  deleted: false,
  hidden: [],
  warnings: [],
};

describe('the data of a deal', () => {
  it('become a deal, field by field', async () => {
    const salon = aTelling();
    await salon.tell(E('deal.created', deal));
    expect(await salon.deal('9001')).toMatchObject(expected);
    expect(await salon.lastLine()).toMatchObject({
      kind: 'deal',
      act: 'created',
      status: 'done',
      unknownPaths: [],
      warnings: [],
    });
  });

  it('hold the discount as money', async () => {
    const salon = aTelling();
    await salon.tell(E('deal.created', { ...deal, discount: '350,00' }));
    expect(await salon.deal('9001')).toMatchObject({ ...expected, discount: 35_000 });
  });

  it('may hold what a booking holds: session, utm, services, staff', async () => {
    const salon = aTelling();
    const services = [{ id: 1, name: 'Стрижка', price: 100 }];
    await salon.tell(
      E('deal.created', {
        ...deal,
        session: { visitor_session_id: 5 },
        utm: { utm_source: 'vk' },
        services,
        staff: { id: 7, name: 'Юля' },
      }),
    );
    expect(await salon.deal('9001')).toMatchObject({
      visitorSessionId: '5',
      utm: { source: 'vk' },
      services: [{ id: '1', name: 'Стрижка', price: 10_000 }],
      staff: { id: '7', name: 'Юля' },
    });
  });

  it('name bookings in a list, and alone', () => {
    expect(ofDeal({ booking_ids: [7, '8'] }).bookingIds).toEqual(['7', '8']);
    expect(ofDeal({ booking_ids: [{ id: 7 }, { id: 8 }] }).bookingIds).toEqual(['7', '8']);
    expect(ofDeal({ booking_id: 7 }).bookingIds).toEqual(['7']);
    expect(ofDeal({ booking: { id: 7 } }).bookingIds).toEqual(['7']);
    expect(ofDeal({ record_id: 7, booking_ids: [8] }).bookingIds).toEqual(['8', '7']);
  });

  it('may stand flat with the name of their part before them', () => {
    const flat = {
      pipeline_id: 1,
      pipeline_name: 'Записи',
      stage_id: 40,
      stage_name: 'Оплачено',
      stage_type: 'success',
      stageOrder: 4,
    };
    expect(
      ofDeal({ ...flat, manager_id: 12, manager_name: 'Ольга', manager_role: 'админ', previous_stage_id: 30 }),
    ).toMatchObject({
      pipeline: { id: '1', name: 'Записи' },
      stage: { id: '40', name: 'Оплачено', type: 'success', order: 4 },
      previousStage: { id: '30' },
      manager: { id: '12', name: 'Ольга', role: 'админ' },
    });
  });

  it.each(['client', 'customer', 'contact'])('have a contact that may be called %s', (name) => {
    expect(ofDeal({ [name]: { id: 61, name: 'Анна' } }).client).toMatchObject({ id: '61', name: 'Анна' });
    expect(ofDeal({ [`${name}_id`]: 61 }).client).toMatchObject({ id: '61' });
  });

  it.each([
    ['in_process', 'in_process'],
    ['success', 'success'],
    ['failed', 'failed'],
    ['SUCCESS', 'success'],
  ])('have a stage whose type is %s', (type, said) => {
    expect(ofDeal({ stage: { id: 4, type } }).stage).toEqual({ id: '4', type: said });
  });
});
