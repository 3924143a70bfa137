import { describe, expect, it } from '@jest/globals';
import { aboutBooking, aboutDeal, clientOf, ofBooking, ofDeal, readOf } from './read.ts';
import { aTelling, E } from './told.ts';

const inBooking = (data: object) => clientOf(ofBooking(data));

describe('a JSON text where an object or a list belongs is that', () => {
  it.each([
    [{ client: '{"id":61,"name":"Анна"}' }, { client: { id: '61', name: 'Анна' } }],
    [{ services: '[{"id":1,"name":"Стрижка"}]' }, { services: [{ id: '1', name: 'Стрижка' }] }],
    [{ staff: ' {"id":77}' }, { staff: { id: '77' } }],
    [{ utm: '{"utm_source":"vk"}' }, { utm: { source: 'vk' } }],
    [{ custom_fields: '{"Мастер":"Юля"}' }, { userFields: [{ name: 'Мастер', value: 'Юля' }] }],
    [{ client: { phones: '["8 916 123-45-67"]' } }, { client: { phones: [{ shown: '+79161234567' }] } }],
  ])('of a booking: %j', (data, expected) => {
    expect(ofBooking(data)).toMatchObject(expected);
  });

  it.each([
    [{ stage: '{"id":4,"name":"Новая"}' }, { stage: { id: '4', name: 'Новая' } }],
    [{ tags: '["VIP","новая"]' }, { tags: [{ name: 'VIP' }, { name: 'новая' }] }],
    [{ booking_ids: '[7,8]' }, { bookingIds: ['7', '8'] }],
  ])('of a deal: %j', (data, expected) => {
    expect(ofDeal(data)).toMatchObject(expected);
  });

  it('once: a text in a text stays a text', () => {
    const inner = JSON.stringify({ id: 61, name: 'Анна' });
    expect(inBooking({ client: JSON.stringify(inner) })?.id).toBeUndefined();
  });

  it('but a comment stays text, and so does a value of a custom field', () => {
    expect(ofBooking({ comment: '{"a":1}' }).comment).toBe('{"a":1}');
    expect(ofBooking({ custom_fields: [{ id: 1, value: '{"a":1}' }] }).userFields).toEqual([
      { id: '1', value: '{"a":1}' },
    ]);
  });
});

describe('PHP’s [] where an object belongs', () => {
  it.each(['client', 'staff', 'session', 'utm', 'deal', 'salon', 'visitor'])('says nothing: %s', (name) => {
    expect(aboutBooking({ [name]: [] })).toEqual(aboutBooking());
  });

  it.each(['contact', 'stage', 'previous_stage', 'pipeline', 'manager'])('says nothing: %s', (name) => {
    expect(aboutDeal({ [name]: [] })).toEqual(aboutDeal());
  });
});

describe('a list where the object of an event belongs', () => {
  it('is so many events, with all beside it as their envelope', async () => {
    const salon = aTelling();
    await salon.tell({
      event: 'booking.created',
      salon_id: 1042,
      occurred_at: '2026-11-20T07:00:00Z',
      data: [{ id: 1 }, { id: 2 }, { id: 3 }],
    });
    expect((await salon.requests()).map(({ extId, dateTime }) => [extId, dateTime])).toEqual([
      ['1', '2026-11-20T07:00:00.000Z'],
      ['2', '2026-11-20T07:00:00.000Z'],
      ['3', '2026-11-20T07:00:00.000Z'],
    ]);
  });

  it('may be one by index, or by id', async () => {
    const salon = aTelling();
    const { events } = await salon.post({ body: { event: 'deal.updated', deal: { 0: { id: 1 }, 10: { id: 2 } } } });
    expect(events).toHaveLength(2);
    const { events: more } = await salon.post({
      body: { event: 'deal.updated', data: '[{"id":1},{"id":2},{"id":3}]' },
    });
    expect(more).toHaveLength(3);
  });

  it('that is empty is one event that says nothing', async () => {
    const salon = aTelling();
    const { status, events } = await salon.post({ body: E('booking.updated', []) });
    expect([status, events.map(({ kind, status: said }) => [kind, said])]).toEqual([200, [['booking', 'accepted']]]);
    await salon.work();
    expect(await salon.lastLine()).toMatchObject({ status: 'failed', request: { outcome: 'failed', reason: 'no_id' } });
  });
});

describe('any other list where an object belongs', () => {
  it.each([
    ['staff', { staff: { id: '1', name: 'x' } }],
    ['client', { client: { id: '1', name: 'x' } }],
  ])('is its first, more are warned: %s', (name, expected) => {
    const two = [
      { id: 1, name: 'x' },
      { id: 2, name: 'y' },
    ];
    expect(aboutBooking({ [name]: two })).toMatchObject({ reading: expected, warnings: [`data.${name}: not_read`] });
    expect(aboutBooking({ [name]: two.slice(0, 1) })).toMatchObject({ reading: expected, warnings: [] });
  });

  it.each(['stage', 'pipeline', 'manager'])('is its first, more are warned: %s', (name) => {
    const two = [
      { id: 1, name: 'x' },
      { id: 2, name: 'y' },
    ];
    expect(aboutDeal({ [name]: two })).toMatchObject({
      reading: { [name]: { id: '1' } },
      warnings: [`data.${name}: not_read`],
    });
  });
});

describe('one object where a list belongs is a list of one', () => {
  it.each([
    [{ services: { id: 1, name: 'Стрижка' } }, { services: [{ id: '1', name: 'Стрижка' }] }],
    [{ client: { phones: { value: '8 916 123-45-67' } } }, { client: { phones: [{ shown: '+79161234567' }] } }],
    [{ custom_fields: { id: 1, value: 'x' } }, { userFields: [{ id: '1', value: 'x' }] }],
  ])('of a booking: %j', (data, expected) => {
    expect(ofBooking(data)).toMatchObject(expected);
  });

  it.each([
    [{ tags: { id: 7, name: 'VIP' } }, { tags: [{ id: '7', name: 'VIP' }] }],
    [{ booking_ids: { id: 7 } }, { bookingIds: ['7'] }],
    [{ booking_ids: 7 }, { bookingIds: ['7'] }],
  ])('of a deal: %j', (data, expected) => {
    expect(ofDeal(data)).toMatchObject(expected);
  });
});

describe('an object of nothing but `value` is that value', () => {
  it('in the place of a text, a sum, a date, an id, a phone', () => {
    const data = {
      id: { value: 7403 },
      amount: { value: '100,50' },
      created_at: { value: '2026-11-20' },
      number: { value: 'З-1' },
    };
    expect(
      readOf({
        event: 'booking.updated',
        data: { ...data, client: { name: { value: 'Анна' }, phones: [{ value: '8 916 123-45-67' }] } },
      }).reading,
    ).toMatchObject({
      bookingId: '7403',
      amount: 10_050,
      createdAt: { at: '2026-11-19T21:00:00.000Z' },
      number: 'З-1',
      client: { name: 'Анна', phones: [{ shown: '+79161234567' }] },
    });
    expect(ofDeal({ stage: { value: 'Новая' }, tags: [{ value: 'VIP' }] })).toMatchObject({
      stage: { name: 'Новая' },
      tags: [{ name: 'VIP' }],
    });
  });
});
