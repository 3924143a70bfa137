import { describe, expect, it } from '@jest/globals';
import { aTelling, E } from './told.ts';

const deal = (data: object) => E('deal.updated', { id: 9001, booking_ids: [5], ...data });
const booking = (data: object = {}) => E('booking.updated', { id: 5, ...data });

async function hidden(told: object[], requestsFrom: 'any' | 'widget' = 'any'): Promise<string[]> {
  const salon = aTelling({ requestsFrom });
  await salon.tell(...told);
  return (await salon.request('5')).hidden;
}

describe('a request counts once any of its events', () => {
  it.each([
    'widget',
    'WIDGET',
    'online',
    'Online booking',
    'онлайн-запись',
    'Виджет на сайте',
    'ВИДЖЕТ',
    'site_widget',
  ])('said the origin %j', async (origin) => {
    expect(await hidden([booking({ origin })], 'widget')).toEqual([]);
    expect(await hidden([booking({ origin: 'администратор' }), booking({ origin })], 'widget')).toEqual([]);
    expect(await hidden([booking({ origin }), booking({ origin: 'администратор' })], 'widget')).toEqual([]);
    expect(await hidden([booking(), deal({ origin })], 'widget')).toEqual([]);
  });

  it('brought a session', async () => {
    expect(await hidden([booking({ session: 7 })], 'widget')).toEqual([]);
    expect(await hidden([booking({ origin: 'админ', session: 7 })], 'widget')).toEqual([]);
    expect(await hidden([booking({ origin: 'админ' }), deal({ session_id: 7 })])).toEqual([]);
  });
});

describe('else it does not count', () => {
  it.each(['админ', 'phone', 'Звонок', 'walk-in'])(
    'if any said another origin, whatever the choice: %j',
    async (origin) => {
      expect(await hidden([booking({ origin })], 'any')).toEqual(['not_from_widget']);
      expect(await hidden([booking(), deal({ origin })], 'widget')).toEqual(['not_from_widget']);
    },
  );

  it('if none said any, by the choice: `any` counts, `widget` does not', async () => {
    expect(await hidden([booking()], 'any')).toEqual([]);
    expect(await hidden([booking()], 'widget')).toEqual(['origin_unknown']);
    expect(await hidden([booking({ origin: '' }), deal({ origin: null })], 'widget')).toEqual(['origin_unknown']);
  });

  it('which the line says, too', async () => {
    const salon = aTelling({ requestsFrom: 'widget' });
    await salon.tell(booking(), booking({ origin: 'админ' }), booking({ origin: 'widget' }));
    expect(
      (await salon.lines()).map(({ status, request }) => [
        status,
        'reason' in request ? request.reason : request.outcome,
      ]),
    ).toEqual([
      ['ignored', 'origin_unknown'],
      ['ignored', 'not_from_widget'],
      ['done', 'done'],
    ]);
  });
});

describe('lists', () => {
  it('hide requests that do not count; `hidden=true` shows them, each with why', async () => {
    const salon = aTelling({ requestsFrom: 'widget' });
    await salon.tell(
      booking({ origin: 'widget' }),
      E('booking.created', { id: 6 }),
      E('booking.created', { id: 7, origin: 'админ' }),
    );
    expect((await salon.requests()).map(({ extId }) => extId)).toEqual(['5']);
    expect((await salon.requests({ hidden: 'true' })).map(({ extId, hidden: why }) => [extId, why])).toEqual([
      ['5', []],
      ['6', ['origin_unknown']],
      ['7', ['not_from_widget']],
    ]);
  });

  it('hide deleted deals', async () => {
    const salon = aTelling();
    await salon.tell(E('deal.created', { id: 1 }), E('deal.created', { id: 2 }), E('deal.deleted', { id: 2 }));
    expect((await salon.deals()).map(({ extId }) => extId)).toEqual(['1']);
    expect((await salon.deals({ hidden: 'true' })).map(({ extId, hidden: why }) => [extId, why])).toEqual([
      ['1', []],
      ['2', ['deleted']],
    ]);
  });

  it('hide stubs: of records that were only deleted or cancelled', async () => {
    const salon = aTelling();
    await salon.tell(E('deal.deleted', { id: 1 }), E('booking.cancelled', { id: 2 }), E('booking.deleted', { id: 3 }));
    expect([await salon.deals(), await salon.requests()]).toEqual([[], []]);
    expect((await salon.deals({ hidden: 'true' })).map(({ hidden: why }) => why)).toEqual([['deleted', 'stub']]);
    const hiddenRequests = (await salon.requests({ hidden: 'true' })).map(({ id, hidden: why }) => [id, why]);
    expect(hiddenRequests.sort()).toEqual([
      ['arbat.b.2', ['stub']],
      ['arbat.b.3', ['stub']],
      ['arbat.d.1', ['stub']],
    ]);
  });

  it('show a request that a sender deleted: it was a real enquiry', async () => {
    const salon = aTelling();
    await salon.tell(E('booking.created', { id: 5 }), E('booking.deleted', { id: 5 }));
    expect(await salon.requests()).toMatchObject([{ extId: '5', bookingStatus: 'deleted', hidden: [] }]);
  });
});

describe('a record is a stub until an event', () => {
  it.each<[string, object, boolean]>([
    ['was created', E('booking.created', { id: 5 }), false],
    ['was updated', E('booking.updated', { id: 5 }), false],
    ['gave it a client', E('booking.cancelled', { id: 5, client: { name: 'Анна' } }), false],
    ['gave it a creation time', E('booking.deleted', { id: 5, created_at: '2026-11-20' }), false],
    ['did none of these', E('booking.cancelled', { id: 5, comment: 'x' }), true],
  ])('%s', async (_, event, isStub) => {
    expect(await hidden([event])).toEqual(isStub ? ['stub'] : []);
  });
});
