import { describe, expect, it } from '@jest/globals';
import { aTelling, E } from './told.ts';

const booking = (id: number, data: object = {}) => E('booking.created', { id, ...data });
const deal = (id: number, data: object = {}) => E('deal.created', { id, ...data });
const anna = { id: 61, name: 'Анна', phone: '8 916 123-45-67' };

describe('a deal event', () => {
  it('makes a deal, and with requests on speaks on a request, too', async () => {
    const salon = aTelling();
    await salon.tell(deal(9001, { client: anna }));
    expect(await salon.hasDeal('9001')).toBe(true);
    expect(await salon.dealRequest('9001')).toMatchObject({ name: 'Анна', extId: '9001' });
    expect(await salon.lastLine()).toMatchObject({ deal: { outcome: 'done' }, request: { outcome: 'done' } });
  });

  it('makes no request with requests off, no deal with deals off', async () => {
    const dealsOnly = aTelling({ sendRequests: false });
    await dealsOnly.tell(deal(9001));
    expect([await dealsOnly.hasDeal('9001'), await dealsOnly.hasDealRequest('9001')]).toEqual([true, false]);
    expect(await dealsOnly.lastLine()).toMatchObject({
      status: 'done',
      request: { outcome: 'ignored', reason: 'requests_disabled' },
    });
    const requestsOnly = aTelling({ sendDeals: false });
    await requestsOnly.tell(deal(9001));
    expect([await requestsOnly.hasDeal('9001'), await requestsOnly.hasDealRequest('9001')]).toEqual([false, true]);
    expect(await requestsOnly.lastLine()).toMatchObject({
      status: 'done',
      deal: { outcome: 'ignored', reason: 'deals_disabled' },
    });
  });

  it('without an id belongs to nothing: the line says `no_id`', async () => {
    const salon = aTelling();
    await salon.tell(E('deal.created', { name: 'x' }));
    const failed = { outcome: 'failed', reason: 'no_id' };
    expect(await salon.lastLine()).toMatchObject({ status: 'failed', deal: failed, request: failed });
  });
});

describe('a booking event', () => {
  it('makes a request and no deal', async () => {
    const salon = aTelling();
    await salon.tell(booking(7403, { deal_id: 9001 }));
    expect([await salon.hasRequest('7403'), await salon.hasDeal('9001')]).toEqual([true, false]);
    expect(await salon.lastLine()).toMatchObject({ deal: { outcome: 'not_applicable' }, request: { outcome: 'done' } });
  });

  it('without an id of its own belongs to its deal', async () => {
    const salon = aTelling();
    await salon.tell(E('booking.created', { deal_id: 9001, comment: 'Пораньше', client: anna }), deal(9001));
    expect(await salon.dealRequest('9001')).toMatchObject({ name: 'Анна', message: 'Пораньше' });
    expect(await salon.deal('9001')).toMatchObject({ bookingIds: [], events: [{ kind: 'deal' }] });
    const { contact, comments } = await salon.deal('9001');
    expect([contact, comments]).toEqual([undefined, undefined]);
  });
});

/** Deal 9001 and booking 7403 in the ways in which one names the other. */
const named: [string, object[]][] = [
  ['the deal by its ids', [deal(9001, { booking_ids: [7403], client: anna }), booking(7403, { comment: 'Пораньше' })]],
  [
    'the deal by its ids, told last',
    [booking(7403, { comment: 'Пораньше' }), deal(9001, { booking_ids: [7403], client: anna })],
  ],
  ['the booking by its deal_id', [deal(9001, { client: anna }), booking(7403, { deal_id: 9001, comment: 'Пораньше' })]],
  [
    'the booking by its deal_id, told first',
    [booking(7403, { deal_id: 9001, comment: 'Пораньше' }), deal(9001, { client: anna })],
  ],
  [
    'the booking by its deal',
    [deal(9001, { client: anna }), booking(7403, { deal: { id: 9001 }, comment: 'Пораньше' })],
  ],
];

describe('one visit is one request, whichever way it is told', () => {
  it.each(named)('named by %s', async (_, told) => {
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      for (const times of [1, 2]) {
        const salon = aTelling();
        await salon.tellShuffled(told, { order, times });
        expect(await salon.request('7403')).toMatchObject({ name: 'Анна', phone: '+79161234567', message: 'Пораньше' });
        expect((await salon.requests({ hidden: 'true' })).map(({ extId }) => extId)).toEqual(['7403']);
        expect(await salon.superseded('9001')).toMatchObject({
          hidden: ['superseded'],
          supersededBy: ['arbat.b.7403'],
        });
      }
    }
  });

  it('a deal of 20 bookings speaks on the request of each', async () => {
    const ids = Array.from({ length: 20 }, (_, at) => 100 + at);
    const salon = aTelling();
    await salon.tell(deal(9001, { booking_ids: ids, client: anna }), ...ids.map((id) => booking(id)));
    const names = (await salon.requests()).map(({ name }) => name);
    expect(names).toEqual(Array(20).fill('Анна'));
    expect((await salon.superseded('9001')).supersededBy).toHaveLength(20);
  });

  it('a booking that no booking event told has a request of what its deal says', async () => {
    const salon = aTelling();
    await salon.tell(deal(9001, { booking_ids: [7403], client: anna, origin: 'widget' }));
    expect(await salon.request('7403')).toMatchObject({ name: 'Анна', hidden: [], extId: '7403' });
  });
});

describe('a superseded request', () => {
  it('answers its id, salon, `hidden`, `supersededBy` and `events`, and is listed nowhere', async () => {
    const salon = aTelling();
    await salon.tell(deal(9001, { booking_ids: [7403, 7404], client: anna, amount: 5 }));
    const shown = await salon.superseded('9001');
    expect(shown).toEqual({
      id: 'arbat.d.9001',
      salon: 'arbat',
      salonId: '1042',
      hidden: ['superseded'],
      supersededBy: ['arbat.b.7403', 'arbat.b.7404'],
      delivery: { state: 'off' },
      events: [expect.objectContaining({ kind: 'deal', act: 'created' })],
    });
    for (const hidden of ['true', 'false']) {
      expect((await salon.requests({ hidden })).map(({ id }) => id)).not.toContain('arbat.d.9001');
    }
    expect((await salon.deals()).map(({ id }) => id)).toEqual(['arbat.d.9001']);
  });
});

describe('of a request a deal event speaks only on client, evidence, origin, creation and status', () => {
  const evidence = { session: 5, utm: { utm_source: 'vk' }, yclid: '1', page_url: 'https://a.ru/', origin: 'widget' };
  const rest = { comment: 'Скидка', amount: 777, services: ['Уход'], tags: ['VIP'], custom_fields: { Мастер: 'Юля' } };
  const told = deal(9001, {
    ...evidence,
    ...rest,
    booking_ids: [7403],
    client: anna,
    created_at: '2026-11-20T00:00:00Z',
    stage: 'Оплачена',
  });

  it('of a booking’s request', async () => {
    const salon = aTelling();
    await salon.tell(E('booking.updated', { id: 7403 }), told);
    const request = await salon.request('7403');
    expect(request).toMatchObject({
      name: 'Анна',
      visitorSessionId: '5',
      utm: { source: 'vk' },
      clickIds: { yclid: '1' },
      pageUrl: 'https://a.ru/',
      origin: 'widget',
      dateTime: '2026-11-20T00:00:00.000Z',
      bookingStatus: 'came',
      services: [],
      userFields: [],
    });
    expect([request.message, request.amount]).toEqual([undefined, undefined]);
  });

  it('also of its own', async () => {
    const salon = aTelling();
    await salon.tell(deal(9001, { ...evidence, ...rest, client: anna }));
    const request = await salon.dealRequest('9001');
    expect([request.message, request.amount, request.services, request.userFields]).toEqual([
      undefined,
      undefined,
      [],
      [],
    ]);
    expect(await salon.deal('9001')).toMatchObject({ comments: 'Скидка', revenue: 77_700, tags: [{ name: 'VIP' }] });
  });
});
