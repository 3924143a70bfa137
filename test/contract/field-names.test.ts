import { describe, expect, it } from '@jest/globals';
import { aboutBooking, aboutDeal, clientOf, ofBooking, ofDeal, readOf } from './read.ts';

const at = '2026-11-20T07:00:00.000Z';

describe('names of fields', () => {
  it.each(['created_at', 'createdAt', 'CreatedAt', 'CREATED_AT', 'created-at', 'Created At', 'createdat', 'CREATEDAT'])(
    'are compared with case and separators folded: %s',
    (name) => {
      expect(ofDeal({ [name]: '2026-11-20 10:00:00' }).createdAt).toEqual({ at });
    },
  );

  it.each([
    [{ startsAt: '2026-12-05 10:00:00' }, { startsAt: { at: '2026-12-05T07:00:00.000Z' } }],
    [{ dealId: 9 }, { dealId: '9' }],
    [{ DurationMin: 90 }, { durationMin: 90 }],
    [{ 'Page-URL': 'https://x.ru/' }, { pageUrl: 'https://x.ru/' }],
    [{ customFields: { Мастер: 'Юля' } }, { userFields: [{ name: 'Мастер', value: 'Юля' }] }],
    [{ YmClientId: '17' }, { clickIds: { ymClientId: '17' } }],
    [{ UTM: { utmSource: 'vk' } }, { utm: { source: 'vk' } }],
    [{ visitAttendance: 1 }, { statuses: [{ text: '1', field: 'visit_attendance' }] }],
  ])('of a booking: %j', (data, expected) => {
    expect(ofBooking(data)).toMatchObject(expected);
  });

  it.each([
    [{ bookingIds: [7] }, { bookingIds: ['7'] }],
    [{ PaidAmount: 5 }, { paidAmount: 500 }],
    [{ stageChangedAt: '2026-11-20 10:00:00' }, { stageChangedAt: { at } }],
    [{ PreviousStage: { Name: 'Новая' } }, { previousStage: { name: 'Новая' } }],
    [{ isRepeat: 'да' }, { isRepeat: true }],
    [
      { Stage: { ID: 4, NAME: 'Новая', Type: 'success', ORDER: 40 } },
      { stage: { id: '4', name: 'Новая', type: 'success', order: 40 } },
    ],
    [{ responsibleUser: { Id: 3 } }, { manager: { id: '3' } }],
  ])('of a deal: %j', (data, expected) => {
    expect(ofDeal(data)).toMatchObject(expected);
  });

  it.each(['client_phone', 'clientPhone', 'ClientPhone', 'CLIENT-PHONE', 'client phone'])(
    'that stand flat are folded, too: %s',
    (name) => {
      expect(clientOf(ofBooking({ [name]: '+7 916 123-45-67' }))).toEqual({ phones: ['+79161234567'] });
    },
  );

  it('that fold into one: the spelling of the contract wins', () => {
    expect(
      ofDeal({ createdAt: '2026-01-01', created_at: '2026-11-20 10:00:00', CREATED_AT: '2026-02-02' }).createdAt?.at,
    ).toBe(at);
    expect(ofDeal({ AMOUNT: 1, amount: 2, Amount: 3 }).amount).toBe(200);
  });

  it('that fold into one, none of them the contract’s: the smallest wins', () => {
    expect(ofDeal({ createdAt: '2026-01-01', CREATED_AT: '2026-11-20 10:00:00' }).createdAt?.at).toBe(at);
    expect(ofDeal({ paidAmount: 1, PaidAmount: 2, 'paid-amount': 3 }).paidAmount).toBe(200);
  });

  it('are read from the canonical event alone: the order in which they were sent does not matter', () => {
    const one = '{"event":"deal.updated","data":{"id":5,"createdAt":"2026-01-01","CREATED_AT":"2026-11-20 10:00:00"}}';
    const other =
      '{"data":{"CREATED_AT":"2026-11-20 10:00:00","createdAt":"2026-01-01","id":5},"event":"deal.updated"}';
    expect(readOf(JSON.parse(one))).toEqual(readOf(JSON.parse(other)));
  });
});

describe('what no part of the reader took', () => {
  it('is unread, and named by its path', () => {
    expect(
      aboutBooking({ room: 7, client: { id: 1, shoe_size: 38 }, services: [{ id: 1, room: 2 }] }).unknownPaths.sort(),
    ).toEqual(['data.client.shoe_size', 'data.room', 'data.services[].room']);
    expect(readOf({ event: 'deal.updated', version: 3, data: { id: 5 } }).unknownPaths).toEqual(['version']);
  });

  it('of a list or object are its parts', () => {
    expect(aboutDeal({ extra: { a: { b: 1 }, c: [2, 3] } }).unknownPaths.sort()).toEqual([
      'data.extra.a.b',
      'data.extra.c[]',
    ]);
  });

  it('is not a known name where it is looked for, also when another won', () => {
    expect(
      aboutDeal({ created_at: '2026-11-20', createdAt: '2026-11-21', create_date: '2026-11-22' }).unknownPaths,
    ).toEqual([]);
    expect(aboutDeal({ amount: 1, revenue: 2, total: 3, price: 4 }).unknownPaths).toEqual([]);
    expect(aboutBooking({ client: { name: 'Анна', full_name: 'Анна К', fio: 'А' } }).unknownPaths).toEqual([]);
  });

  it('is a known name where nobody looks for it', () => {
    expect(aboutBooking({ staff: { id: 1, amount: 5 } }).unknownPaths).toEqual(['data.staff.amount']);
  });

  it('is nothing of a whole booking and a whole deal of the contract', () => {
    const session = { visitor_session_id: 1, visitor_id: 2, hit_id: 3, site_key: 'x' };
    const utm = { utm_source: 'a', utm_medium: 'b', utm_campaign: 'c', utm_term: 'd', utm_content: 'e' };
    const client = { id: 1, name: 'Анна', phone: '8 916 123-45-67', email: 'a@b.ru' };
    const both = {
      session,
      utm,
      services: [{ id: 1, name: 'x', price: 1, quantity: 1 }],
      staff: { id: 1, name: 'y' },
      client,
    };
    const times = { created_at: '2026-11-20', updated_at: '2026-11-20' };
    expect(
      aboutBooking({
        ...both,
        ...times,
        number: 'З-1',
        deal_id: 2,
        status: 'new',
        origin: 'widget',
        starts_at: '2026-12-01',
        duration_min: 5,
        amount: 1,
        prepaid: 0,
        comment: '',
        page_url: 'x',
        yclid: '1',
        gclid: '2',
        ym_client_id: '3',
        referrer: 'y',
      }).unknownPaths,
    ).toEqual([]);
    expect(
      aboutDeal({
        ...both,
        ...times,
        name: 'x',
        booking_ids: [1],
        amount: 1,
        paid_amount: 1,
        cost: 1,
        currency: 'RUB',
        pipeline: { id: 1, name: 'x' },
        stage: { id: 1, name: 'y', type: 'success', order: 1 },
        previous_stage: { id: 2, name: 'z' },
        stage_changed_at: '2026-11-20',
        closed_at: null,
        manager: { id: 1, name: 'x', role: 'y' },
        is_repeat: 0,
        source: 'x',
        origin: 'y',
        tags: [{ id: 1, name: 'x' }],
        comment: null,
      }).unknownPaths,
    ).toEqual([]);
  });

  it('is no `discount` of a deal', () => {
    expect(aboutDeal({ discount: '500,00' })).toMatchObject({ unknownPaths: [], warnings: [] });
  });
});
