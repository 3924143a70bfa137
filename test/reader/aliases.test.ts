import { describe, expect, it } from '@jest/globals';
import type { Reading } from '../../lib/model/reading.ts';
import { dealField, readBooking, readDeal } from '../build/event.ts';

const moment = { at: '2026-03-14T09:31:05.000Z' };
const said = '2026-03-14 12:31:05';

describe('names of a field', () => {
  it.each<[string, unknown, keyof Reading, unknown]>([
    ['number', 'З-1', 'number', 'З-1'],
    ['name', 'Стрижка', 'name', 'Стрижка'],
    ['TITLE', 'Стрижка', 'name', 'Стрижка'],
    ['amount', '1,5', 'amount', 150],
    ['revenue', '1,5', 'amount', 150],
    ['OPPORTUNITY', '1.50', 'amount', 150],
    ['paid_amount', 2, 'paidAmount', 200],
    ['cost', 3, 'cost', 300],
    ['prepaid', 4, 'prepaid', 400],
    ['currency', 'kzt', 'currency', 'KZT'],
    ['CURRENCY_ID', 'KZT', 'currency', 'KZT'],
    ['created_at', said, 'createdAt', moment],
    ['create_date', said, 'createdAt', moment],
    ['DATE_CREATE', '2026-03-14T12:31:05+03:00', 'createdAt', moment],
    ['updated_at', said, 'updatedAt', moment],
    ['last_change_date', said, 'updatedAt', moment],
    ['DATE_MODIFY', said, 'updatedAt', moment],
    ['stage_changed_at', said, 'stageChangedAt', moment],
    ['closed_at', said, 'closedAt', moment],
    ['starts_at', said, 'startsAt', moment],
    ['date', said, 'startsAt', moment],
    ['datetime', said, 'startsAt', moment],
    ['duration_min', 90, 'durationMin', 90],
    ['comment', 'Привет', 'comment', 'Привет'],
    ['page_url', 'https://a.ru/', 'pageUrl', 'https://a.ru/'],
    ['referrer', 'https://b.ru/', 'referrer', 'https://b.ru/'],
    ['is_repeat', 1, 'isRepeat', true],
    ['source', 'Звонок', 'source', 'Звонок'],
    ['deleted', true, 'deleted', true],
    ['yclid', 1, 'clickIds', { yclid: '1' }],
    ['gclid', 'g', 'clickIds', { gclid: 'g' }],
    ['ym_client_id', 2, 'clickIds', { ymClientId: '2' }],
    ['STAGE_ID', 'C1:NEW', 'stage', { id: 'C1:NEW' }],
    ['STAGE_SEMANTIC_ID', 'S', 'stage', { type: 'success' }],
    ['ASSIGNED_BY_ID', 12, 'manager', { id: '12' }],
    ['manager', { id: 1, name: 'Ольга', role: 'админ' }, 'manager', { id: '1', name: 'Ольга', role: 'админ' }],
    ['staff', { id: 1, name: 'Анна' }, 'staff', { id: '1', name: 'Анна' }],
    ['pipeline', { id: 1, name: 'Записи' }, 'pipeline', { id: '1', name: 'Записи' }],
    ['previous_stage', { id: 1, name: 'Новая' }, 'previousStage', { id: '1', name: 'Новая' }],
    [
      'stage',
      { id: 1, name: 'Н', type: 'failed', order: '20' },
      'stage',
      { id: '1', name: 'Н', type: 'failed', order: 20 },
    ],
    ['utm', { utm_source: 'ya', utm_term: 't' }, 'utm', { source: 'ya', term: 't' }],
    ['client', { id: 1 }, 'client', { id: '1', phones: [], emails: [] }],
    ['contact', { id: 1 }, 'client', { id: '1', phones: [], emails: [] }],
    ['tags', [{ id: 'vip', name: 'VIP' }], 'tags', [{ id: 'vip', name: 'VIP' }]],
    ['services', [{ title: 'Стрижка', cost: 2 }], 'services', [{ name: 'Стрижка', price: 200 }]],
    ['services', [{ name: 'Стрижка', cost_to_pay: '3' }], 'services', [{ name: 'Стрижка', price: 300 }]],
  ])('%s with %j is read', (name, value, field, expected) => {
    const { reading, unknownPaths } = readDeal({ [name]: value });
    expect(reading[field]).toEqual(expected);
    expect(unknownPaths).toEqual([]);
  });

  it.each(['id', 'ID', 'resource_id'])('%s is the id', (name) => {
    expect(readDeal({ id: null, [name]: 5 }).reading.dealId).toBe('5');
  });

  it('resource_id may stand beside the object', () => {
    expect(readBooking({ id: null }, { resource_id: 5 }).reading.bookingId).toBe('5');
    expect(readBooking({ id: 6 }, { resource_id: 5 }).reading.bookingId).toBe('6');
  });

  it.each<[string, unknown, keyof Reading, unknown]>([
    ['pipeline_id', 1, 'pipeline', { id: '1' }],
    ['pipeline_name', 'Записи', 'pipeline', { name: 'Записи' }],
    ['stage_id', 10, 'stage', { id: '10' }],
    ['stage_name', 'Новая', 'stage', { name: 'Новая' }],
    ['stage_type', 'success', 'stage', { type: 'success' }],
    ['stage_order', 20, 'stage', { order: 20 }],
    ['previous_stage_id', 9, 'previousStage', { id: '9' }],
    ['manager_name', 'Ольга', 'manager', { name: 'Ольга' }],
    ['staff_id', 77, 'staff', { id: '77' }],
    ['client_id', 5, 'client', { id: '5', phones: [], emails: [] }],
    ['contact_name', 'Марина', 'client', { name: 'Марина', phones: [], emails: [] }],
    ['client_email', 'A@b.ru', 'client', { phones: [], emails: ['a@b.ru'] }],
    ['client_phone', '112', 'client', { phones: [{ shown: '112' }], emails: [] }],
    ['utm_source', 'vk', 'utm', { source: 'vk' }],
    ['utm_campaign', 'x', 'utm', { campaign: 'x' }],
  ])('%s may stand flat', (name, value, field, expected) => {
    const { reading, unknownPaths } = readDeal({ [name]: value });
    expect(reading[field]).toEqual(expected);
    expect(unknownPaths).toEqual([]);
  });

  it('inside a part outweigh flat ones, unless they are empty', () => {
    expect(dealField('stage', { stage: { id: 1, name: '' }, stage_id: 2, stage_name: 'Новая' })).toEqual({
      id: '1',
      name: 'Новая',
    });
  });

  it('of a contact outweigh those of a client', () => {
    expect(dealField('client', { client_name: 'К', contact_name: 'М' })?.name).toBe('М');
    expect(dealField('client', { client: { name: 'К' }, contact: { name: 'М' } })?.name).toBe('М');
  });

  it('let an empty value give way to another name’s', () => {
    expect(dealField('amount', { amount: '', revenue: 5 })).toBe(500);
  });

  it('display_name is the name of a client', () => {
    expect(readBooking({ client: { display_name: 'Дмитрий' } }).reading.client?.name).toBe('Дмитрий');
  });

  it('values are amoCRM’s way to give a custom field', () => {
    const userFields = (field: object) => dealField('userFields', { custom_fields: [{ id: 1, ...field }] });
    expect(userFields({ values: [{ value: 'а' }] })).toEqual([{ id: '1', value: 'а' }]);
    expect(userFields({ values: [{ value: 'а', enum: 5 }, { value: 2 }] })).toEqual([{ id: '1', value: 'а, 2' }]);
    expect(userFields({ values: [] })).toEqual([{ id: '1' }]);
    expect(userFields({ values: [{ value: '' }] })).toEqual([{ id: '1', value: null }]);
  });

  it('cost is a price only inside bodies of a YCLIENTS resource', () => {
    const resource = readBooking({ cost: 5 }, { event: undefined, resource: 'record', status: 'update' }).reading;
    expect([resource.amount, resource.cost]).toEqual([500, undefined]);
    const other = readDeal({ cost: 5 }).reading;
    expect([other.amount, other.cost]).toEqual([undefined, 500]);
    const alone = readBooking({ cost: 5 }).reading;
    expect([alone.amount, alone.cost]).toEqual([500, undefined]);
    const beside = readBooking({ amount: 7, cost: 5 }).reading;
    expect([beside.amount, beside.cost]).toEqual([700, 500]);
  });
});

describe('an origin', () => {
  it.each([
    [{ origin: 'widget' }, { text: 'widget', online: true }],
    [{ origin: 'Онлайн-запись' }, { text: 'Онлайн-запись', online: true }],
    [{ origin: 'ВИДЖЕТ' }, { text: 'ВИДЖЕТ', online: true }],
    [{ origin: 'site-ONLINE' }, { text: 'site-ONLINE', online: true }],
    [{ origin: 'phone' }, { text: 'phone', online: false }],
    [{ online: true }, { online: true }],
    [{ online: '0' }, { online: false }],
    [{ origin: '' }, undefined],
    [{ source: 'widget' }, undefined],
  ])('of %j is %j', (data, origin) => {
    expect(readBooking(data).reading.origin).toEqual(origin);
  });
});

describe('a stage type', () => {
  it.each([
    ['in_process', 'in_process'],
    ['SUCCESS', 'success'],
    ['failed', 'failed'],
    ['P', 'in_process'],
    ['s', 'success'],
    ['F', 'failed'],
    ['constructor', undefined],
    ['won', undefined],
  ])('%s is %s', (type, expected) => {
    expect(dealField('stage', { stage: { id: 1, type } })?.type).toBe(expected);
  });
});

describe('what we know no use for', () => {
  it('is named by its path, lists without indexes', () => {
    const { unknownPaths } = readDeal(
      {
        foo: 1,
        client: { bar: { x: 1 } },
        services: { 17: { id: 1, baz: 2 }, 18: { baz: 3 } },
        amount: { amount: 1, tax: 2 },
      },
      { qux: 1, salon: { id: 1, city: 'x' } },
    );
    expect(unknownPaths.sort()).toEqual([
      'data.amount.tax',
      'data.client.bar.x',
      'data.foo',
      'data.services[].baz',
      'qux',
      'salon.city',
    ]);
  });

  it('is none of what we know and do not use', () => {
    const session = { visitor_session_id: 1, visitor_id: 2, hit_id: 3, site_key: 'k' };
    expect(
      readBooking({ session, prepaid: 1, client: { visits_count: 2 } }, { salon: { name: 'Мята' } }).unknownPaths,
    ).toEqual([]);
  });

  it('is named 50 times at most, in 200 code points at most', () => {
    const fields = Array.from({ length: 60 }, (_, index) => [`${'я'.repeat(300)}${index}`, 1]);
    const { unknownPaths } = readDeal(Object.fromEntries(fields.map(([name, one], index) => [`${index}${name}`, one])));
    expect(unknownPaths).toHaveLength(50);
    expect(unknownPaths[0]).toBe(`data.0${'я'.repeat(194)}`);
  });
});
