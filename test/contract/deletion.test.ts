import { describe, expect, it } from '@jest/globals';
import { aTelling, E } from './told.ts';

const deal = (event: string, data: object = {}) => E(`deal.${event}`, { id: 5, ...data });
const booking = (event: string, data: object = {}) => E(`booking.${event}`, { id: 5, ...data });

async function dealOf(...told: object[]) {
  const salon = aTelling();
  await salon.tell(...told);
  return salon.deal('5');
}
async function statusOf(...told: object[]): Promise<string> {
  const salon = aTelling();
  await salon.tell(...told);
  return (await salon.request('5')).bookingStatus;
}

describe('a deal is deleted', () => {
  it.each<[string, object[], boolean]>([
    ['by a deletion', [deal('created'), deal('deleted')], true],
    ['by a soft deletion', [deal('created'), deal('updated', { deleted: 1 })], true],
    ['by a date of deletion', [deal('created'), deal('updated', { deleted_at: '2026-11-20' })], true],
    ['not once it is created again', [deal('deleted'), deal('created')], false],
    ['not once it is restored', [deal('created'), deal('deleted'), deal('restored')], false],
    [
      'not once a soft deletion is taken back',
      [deal('updated', { deleted: 1 }), deal('updated', { deleted: 0 })],
      false,
    ],
    [
      'not once `deleted_at` is null',
      [deal('updated', { deleted_at: '2026-11-20' }), deal('updated', { deleted_at: null })],
      false,
    ],
    ['a soft deletion takes back a deletion, too', [deal('deleted'), deal('updated', { is_deleted: 'N' })], false],
    ['still after an update that says nothing of it', [deal('deleted'), deal('updated', { amount: 5 })], true],
    ['still after `deleted: null`', [deal('updated', { deleted: true }), deal('updated', { deleted: null })], true],
    ['still after a cancellation', [deal('deleted'), deal('cancelled')], true],
    ['not by a part that was', [deal('created'), deal('comment_deleted')], false],
  ])('%s', async (_, told, expected) => {
    const record = await dealOf(...told);
    expect([record.deleted, record.hidden.includes('deleted')]).toEqual([expected, expected]);
  });

  it('as the act of an event says, before its fields', async () => {
    expect(await dealOf(deal('created', { deleted: true }))).toMatchObject({ deleted: false });
    expect(await dealOf(deal('deleted', { deleted: false }))).toMatchObject({ deleted: true });
    expect(await dealOf(deal('deleted'), deal('restored', { is_deleted: 1 }))).toMatchObject({ deleted: false });
  });

  it('in the order of versions', async () => {
    const told = [
      deal('deleted', { updated_at: '2026-11-21T00:00:00Z' }),
      deal('restored', { updated_at: '2026-11-20T00:00:00Z' }),
    ];
    expect(await dealOf(...told)).toMatchObject({ deleted: true });
  });

  it('and all other fields go on', async () => {
    expect(
      await dealOf(deal('created', { name: 'a' }), deal('deleted'), deal('updated', { name: 'b', source: 'c' })),
    ).toMatchObject({
      deleted: true,
      name: 'b',
      source: 'c',
      warnings: [],
    });
  });

  it.each([{ amount: 5 }, { stage: 'Новая' }])('and warned when a later event gives it %j', async (data) => {
    expect((await dealOf(deal('created'), deal('deleted'), deal('updated', data))).warnings).toEqual([
      'updated_after_deletion',
    ]);
    expect((await dealOf(deal('created'), deal('deleted', data))).warnings).toEqual([]);
    expect((await dealOf(deal('deleted'), deal('restored'), deal('updated', data))).warnings).toEqual([]);
  });
});

describe('the status of a request', () => {
  it.each<[string, object[], string]>([
    ['is deleted by a deletion', [booking('created', { status: 'confirmed' }), booking('deleted')], 'deleted'],
    ['is deleted by a soft deletion', [booking('updated', { status: 'confirmed', deleted: true })], 'deleted'],
    [
      'is what it was once it is restored',
      [booking('created', { status: 'confirmed' }), booking('deleted'), booking('restored')],
      'confirmed',
    ],
    [
      'is the last that a booking event said',
      [booking('updated', { status: 'confirmed' }), booking('updated', { status: 'came' })],
      'came',
    ],
    [
      'stays when nothing is said of it',
      [booking('updated', { status: 'came' }), booking('updated', { amount: 5 })],
      'came',
    ],
    [
      'is cancelled by an event called so',
      [booking('created', { status: 'confirmed' }), booking('cancelled')],
      'cancelled',
    ],
    [
      'is cancelled by such an event, whatever its field says',
      [booking('cancelled', { status: 'confirmed' })],
      'cancelled',
    ],
    [
      'is taken back by a later status',
      [booking('cancelled'), booking('updated', { status: 'confirmed' })],
      'confirmed',
    ],
    [
      'is not taken back by an update without one',
      [booking('cancelled'), booking('updated', { amount: 5 })],
      'cancelled',
    ],
    ['is new when nothing was said', [booking('created')], 'new'],
  ])('%s', async (_, told, expected) => {
    expect(await statusOf(...told)).toBe(expected);
  });

  it.each([
    [{ stage: 'Оплачена' }, 'came'],
    [{ stage: { id: 7, name: 'x', type: 'success' } }, 'came'],
    [{ stage: 'Отменена' }, 'cancelled'],
    [{ stage: { id: 143 } }, 'cancelled'],
    [{ stage: 'Записана' }, 'new'],
    [{ status: 'отменена' }, 'cancelled'],
    [{}, 'new'],
  ])('follows from the type of the deal’s stage where no booking event says one: %j', async (data, expected) => {
    const named = E('deal.updated', { id: 9, booking_ids: [5], ...data });
    expect(await statusOf(named)).toBe(expected);
    expect(await statusOf(booking('created'), named)).toBe(expected);
    expect(await statusOf(booking('created', { status: 'confirmed' }), named)).toBe('confirmed');
  });

  it('of a deal itself follows from its stage, too', async () => {
    const salon = aTelling();
    await salon.tell(deal('created', { stage: 'Оплачена' }));
    expect(await salon.dealRequest('5')).toMatchObject({ bookingStatus: 'came' });
    salon.change({ stageTypes: { Оплачена: 'failed' } });
    expect(await salon.dealRequest('5')).toMatchObject({ bookingStatus: 'cancelled' });
  });

  it('is a filter of the list', async () => {
    const salon = aTelling();
    await salon.tell(
      booking('created'),
      E('booking.cancelled', { id: 6, client: 'Анна' }),
      E('deal.updated', { id: 7, stage: 'Оплачена' }),
    );
    const listed = async (status: string) => (await salon.requests({ status })).map(({ extId }) => extId);
    expect([await listed('new'), await listed('cancelled'), await listed('came')]).toEqual([['5'], ['6'], ['7']]);
  });
});
