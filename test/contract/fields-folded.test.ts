import { describe, expect, it } from '@jest/globals';
import { aTelling, E } from './told.ts';

const deal = (data: object, event = 'deal.updated') => E(event, { id: 5, ...data });
const booking = (data: object, event = 'booking.updated') => E(event, { id: 5, ...data });

async function dealOf(...told: object[]) {
  const salon = aTelling();
  await salon.tell(...told);
  return salon.deal('5');
}
async function requestOf(...told: object[]) {
  const salon = aTelling();
  await salon.tell(...told);
  return salon.request('5');
}

const full = {
  name: 'Запись',
  amount: 100,
  paid_amount: 50,
  source: 'Сайт',
  comment: 'да',
  is_repeat: 1,
  manager: { id: 1, name: 'Ольга' },
};
const stage = {
  stage: { id: 4, name: 'Новая' },
  pipeline: { id: 1, name: 'Записи' },
  staff: 'Юля',
  tags: ['VIP'],
  services: ['Уход'],
  custom_fields: { а: 'б' },
};

describe('each field takes the value of the last event that speaks of it', () => {
  it('and a missing key says nothing', async () => {
    const before = await dealOf(deal({ ...full, ...stage }));
    const after = await dealOf(deal({ ...full, ...stage }), deal({}));
    const { modifiedDateTime, events } = before;
    expect({ ...after, modifiedDateTime, events }).toEqual(before);
    expect(await dealOf(deal({ ...full, ...stage }), deal({ amount: 7, source: 'Звонок' }))).toMatchObject({
      name: 'Запись',
      revenue: 700,
      paidAmount: 5000,
      source: 'Звонок',
      comments: 'да',
    });
  });

  it.each([
    'name',
    'amount',
    'paid_amount',
    'source',
    'manager',
    'stage',
    'pipeline',
    'staff',
    'services',
    'custom_fields',
    'tags',
    'client',
  ])('nor does an empty value, nor a null object or list: %s', async (name) => {
    const first = deal({ ...full, ...stage, client: { id: 1, name: 'Анна' } });
    const before = await dealOf(first);
    for (const empty of [null, ...(name === 'tags' || name === 'is_repeat' ? [] : ['', [], {}])]) {
      const after = await dealOf(first, deal({ [name]: empty }));
      expect({ ...after, modifiedDateTime: '', events: [] }).toEqual({
        ...before,
        modifiedDateTime: '',
        events: [],
        warnings: after.warnings,
      });
    }
  });

  it.each(['', null])('but %j clears a comment', async (comment) => {
    expect((await dealOf(deal(full), deal({ comment }))).comments).toBeUndefined();
    expect((await requestOf(booking({ comment: 'да' }), booking({ comment }))).message).toBeUndefined();
    expect((await requestOf(booking({ comment: 'да' }), booking({}))).message).toBe('да');
  });

  it('and zero is a value', async () => {
    expect(await dealOf(deal({ amount: 5 }), deal({ amount: 0 }))).toMatchObject({ revenue: 0 });
    expect(await requestOf(booking({ prepaid: 5 }), booking({ prepaid: '0,00' }))).toMatchObject({ prepaid: 0 });
  });
});

describe('custom fields are folded one by one', () => {
  const fields = async (...lists: unknown[]) =>
    (await dealOf(...lists.map((custom_fields) => deal({ custom_fields })))).userFields;

  it('by id, else by name without case, ё as е', async () => {
    expect(
      await fields(
        [
          { id: 1, name: 'А', value: 'x' },
          { id: 2, value: 'y' },
        ],
        [{ id: 2, value: 'z' }],
      ),
    ).toEqual([
      { id: '1', name: 'А', value: 'x' },
      { id: '2', value: 'z' },
    ]);
    expect(await fields({ Приём: 'x' }, { ПРИЕМ: 'y' })).toEqual([
      expect.objectContaining({ name: 'ПРИЕМ', value: 'y' }),
    ]);
  });

  it('each property as last said', async () => {
    expect(await fields([{ id: 1, name: 'А', type: 'string', value: 'x' }], [{ id: 1, value: 'y' }])).toEqual([
      { id: '1', name: 'А', type: 'string', value: 'y' },
    ]);
  });

  it.each(['', null])('and %j clears a value', async (value) => {
    expect(await fields([{ id: 1, name: 'А', value: 'x' }], [{ id: 1, value }])).toEqual([{ id: '1', name: 'А' }]);
    expect(await fields({ Мастер: 'Юля' }, { Мастер: value })).toEqual([expect.not.objectContaining({ value: 'Юля' })]);
  });

  it('of a request by booking events', async () => {
    expect(
      (await requestOf(booking({ custom_fields: { а: '1' } }), booking({ custom_fields: { б: '2' } }))).userFields,
    ).toMatchObject([
      { name: 'а', value: '1' },
      { name: 'б', value: '2' },
    ]);
  });
});

describe('lists', () => {
  it('of booking ids only grow', async () => {
    expect(
      (await dealOf(deal({ booking_ids: [8] }), deal({ booking_ids: [7] }), deal({ booking_ids: [] }))).bookingIds,
    ).toEqual(['7', '8']);
  });

  it('of tags are replaced whole by the last; [] clears them', async () => {
    expect((await dealOf(deal({ tags: ['a', 'b'] }), deal({ tags: ['c'] }), deal({}))).tags).toEqual([{ name: 'c' }]);
    expect((await dealOf(deal({ tags: ['a'] }), deal({ tags: [] }))).tags).toEqual([]);
    expect((await dealOf(deal({ tags: ['a'] }), deal({ tags: null }))).tags).toEqual([{ name: 'a' }]);
  });

  it('of services are replaced whole by the last; [] says nothing', async () => {
    expect((await requestOf(booking({ services: ['a', 'b'] }), booking({ services: ['c'] }))).services).toEqual([
      { name: 'c' },
    ]);
    expect((await requestOf(booking({ services: ['a'] }), booking({ services: [] }))).services).toEqual([
      { name: 'a' },
    ]);
  });
});

describe('evidence is each of the first event that has it', () => {
  const first = { session: 1, utm: { utm_source: 'a' }, page_url: 'https://a.ru/' };
  const second = {
    session: 2,
    utm: { utm_source: 'b', utm_medium: 'm' },
    page_url: 'https://b.ru/',
    referrer: 'r',
    yclid: '1',
  };

  it('of a request and of a deal, by the order of events', async () => {
    const expected = {
      visitorSessionId: '1',
      utm: { source: 'a' },
      pageUrl: 'https://a.ru/',
      referrer: 'r',
      clickIds: { yclid: '1' },
    };
    const times = [{ updated_at: '2026-11-20T00:00:00Z' }, { updated_at: '2026-11-21T00:00:00Z' }];
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const salon = aTelling();
      await salon.tellShuffled([booking({ ...first, ...times[0] }), booking({ ...second, ...times[1] })], { order });
      expect(await salon.request('5')).toMatchObject(expected);
      await salon.tellShuffled([deal({ ...first, ...times[0] }), deal({ ...second, ...times[1] })], { order });
      expect(await salon.deal('5')).toMatchObject(expected);
    }
  });
});

describe('creation', () => {
  it('of a deal is the smallest said, else the smallest version', async () => {
    const said = [deal({ created_at: '2026-11-21T00:00:00Z' }), deal({ created_at: '2026-11-20T00:00:00Z' }), deal({})];
    expect(await dealOf(...said)).toMatchObject({ createdDateTime: '2026-11-20T00:00:00.000Z' });
    expect(
      await dealOf(deal({ updated_at: '2026-11-21T00:00:00Z' }), deal({ updated_at: '2026-11-20T00:00:00Z' })),
    ).toMatchObject({
      createdDateTime: '2026-11-20T00:00:00.000Z',
    });
  });

  it('of a request is the smallest that a booking event said, else a deal event, else the smallest version', async () => {
    const ofDeal = E('deal.updated', { id: 9, booking_ids: [5], created_at: '2026-11-18T00:00:00Z' });
    const early = booking({ updated_at: '2026-11-17T00:00:00Z' });
    expect(
      await requestOf(ofDeal, booking({ created_at: '2026-11-20T00:00:00Z' }), booking({ created_at: '2026-11-21' })),
    ).toMatchObject({
      dateTime: '2026-11-20T00:00:00.000Z',
    });
    expect(await requestOf(early, ofDeal)).toMatchObject({ dateTime: '2026-11-18T00:00:00.000Z' });
    expect(await requestOf(early, booking({}))).toMatchObject({ dateTime: '2026-11-17T00:00:00.000Z' });
  });
});
