import { describe, expect, it } from '@jest/globals';
import { aTelling, E, type Telling } from './told.ts';

const ids = (count: number) => Array.from({ length: count }, (_, at) => 100 + at);
const anna = { id: 61, name: 'Анна', phone: '8 916 123-45-67' };
const deal = (booking_ids: number[], data: object = {}) => E('deal.updated', { id: 9001, booking_ids, ...data });
const booking = (id: number, data: object = {}) => E('booking.created', { id, ...data });

async function names(salon: Telling, booking_ids: number[]): Promise<(string | undefined)[]> {
  return Promise.all(
    booking_ids.map(async (id) =>
      (await salon.hasRequest(String(id))) ? (await salon.request(String(id))).name : undefined,
    ),
  );
}

describe('a deal that names more than 20 bookings is a subscription', () => {
  it('its events speak on no booking’s request, also not those that they reached before', async () => {
    const salon = aTelling();
    await salon.tell(...ids(21).map((id) => booking(id)), deal(ids(20), { client: anna }));
    expect(await names(salon, ids(20))).toEqual(Array(20).fill('Анна'));
    await salon.tell(deal([120]));
    expect(await names(salon, ids(21))).toEqual(Array(21).fill(undefined));
    expect((await salon.requests()).filter(({ extId }) => extId !== '9001')).toHaveLength(21);
  });

  it('its own request is back, with all that its events say', async () => {
    const salon = aTelling();
    await salon.tell(deal(ids(20), { client: anna, created_at: '2026-11-20T00:00:00Z' }));
    expect(await salon.superseded('9001')).toMatchObject({ hidden: ['superseded'] });
    await salon.tell(deal([120], { session: 5 }));
    expect(await salon.dealRequest('9001')).toMatchObject({
      name: 'Анна',
      visitorSessionId: '5',
      dateTime: '2026-11-20T00:00:00.000Z',
      hidden: [],
    });
    expect((await salon.requests()).map(({ id }) => id)).toEqual(['arbat.d.9001']);
  });

  it('a booking that no booking event told then has no request of its own', async () => {
    const salon = aTelling();
    await salon.tell(deal(ids(20), { client: anna }), booking(100));
    expect(await salon.hasRequest('101')).toBe(true);
    await salon.tell(deal([120]));
    expect(await salon.hasRequest('101')).toBe(false);
    expect(await salon.hasRequest('120')).toBe(false);
    expect(await salon.hasRequest('100')).toBe(true);
    expect((await salon.requests({ hidden: 'true' })).map(({ id }) => id).sort()).toEqual([
      'arbat.b.100',
      'arbat.d.9001',
    ]);
  });

  it('stays one: a later event with fewer ids speaks on none', async () => {
    const salon = aTelling();
    await salon.tell(deal(ids(21)), booking(100), deal([100], { client: anna }));
    expect(await names(salon, [100])).toEqual([undefined]);
    expect(await salon.dealRequest('9001')).toMatchObject({ name: 'Анна' });
  });

  it('becomes one by booking events that name it, too', async () => {
    const salon = aTelling();
    await salon.tell(E('deal.created', { id: 9001, client: anna }));
    await salon.tell(...ids(20).map((id) => booking(id, { deal_id: 9001 })));
    expect(await names(salon, ids(20))).toEqual(Array(20).fill('Анна'));
    await salon.tell(booking(120, { deal_id: 9001 }));
    expect(await names(salon, ids(21))).toEqual(Array(21).fill(undefined));
    expect(await salon.dealRequest('9001')).toMatchObject({ name: 'Анна', hidden: [] });
  });

  it('becomes one whatever the order in which its events came', async () => {
    const told = [
      deal(ids(15), { client: anna }),
      deal([115, 116, 117, 118, 119, 120]),
      ...ids(21).map((id) => booking(id)),
    ];
    for (const order of ['reversed', undefined] as const) {
      const salon = aTelling();
      await salon.tellShuffled(told, order === undefined ? { times: 2 } : { order });
      expect(await names(salon, ids(21))).toEqual(Array(21).fill(undefined));
      expect(await salon.dealRequest('9001')).toMatchObject({ name: 'Анна' });
    }
  });

  it('is still a deal with all its bookings', async () => {
    const salon = aTelling();
    await salon.tell(deal(ids(30), { amount: 100 }));
    expect(await salon.deal('9001')).toMatchObject({ revenue: 10_000, bookingIds: ids(30).map(String) });
  });
});
