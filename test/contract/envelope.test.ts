import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { form } from './door.ts';
import { aboutBooking, aboutDeal, readOf } from './read.ts';
import { aTelling, E, token } from './told.ts';

const occurred = (event: object) => readOf(event).reading.occurredAt?.at;

describe('the sender’s event id', () => {
  it.each(['event_id', 'messageId', 'message_id', 'uuid', 'eventId', 'UUID'])(
    'may be called %s, and is kept beside ours',
    async (name) => {
      const salon = aTelling();
      await salon.tell({ ...E('booking.created', { id: 5 }), [name]: ' a-17 ' });
      expect(await salon.lastLine()).toMatchObject({
        senderEventId: 'a-17',
        id: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
    },
  );

  it('may stand in the header X-Event-Id of a delivery of one event only', async () => {
    const salon = aTelling();
    const headers = { 'X-Event-Id': 'h-1' };
    await salon.post({ headers, body: E('booking.created', { id: 5 }) });
    await salon.post({ headers, body: [E('booking.created', { id: 6 })] });
    await salon.post({ headers, body: [E('booking.created', { id: 7 }), E('booking.created', { id: 8 })] });
    await salon.work();
    expect((await salon.lines()).map(({ senderEventId }) => senderEventId)).toEqual([
      'h-1',
      'h-1',
      undefined,
      undefined,
    ]);
  });
});

describe('our event id', () => {
  const idOf = async (body: unknown, settings = {}, headers = {}) => {
    const { events } = await aTelling(settings).post({ body, headers });
    return events[0]!.id;
  };

  it('is a SHA-256 of the event with its keys sorted: their order does not matter, their values do', async () => {
    const id = await idOf('{"event":"deal.updated","data":{"id":5,"amount":"7"}}');
    expect(await idOf('{"data":{"amount":"7","id":5},"event":"deal.updated"}')).toBe(id);
    expect(await idOf('{"data":{"amount":"8","id":5},"event":"deal.updated"}')).not.toBe(id);
    expect(id).toHaveLength(createHash('sha256').update('').digest('hex').length);
  });

  it('is over the salon key, too', async () => {
    const body = E('deal.updated', { id: 5 });
    expect(await idOf(body, { key: 'tverskaya' })).not.toBe(await idOf(body));
  });

  it('is of the event as decoded: a form says what JSON says', async () => {
    const inForm = await idOf('event=deal.updated&data[id]=5&data[tags][]=VIP', {}, form);
    expect(inForm).toBe(await idOf({ event: 'deal.updated', data: { id: 5, tags: ['VIP'] } }));
  });

  it('is taken after the removal of tokens', async () => {
    const body = E('deal.updated', { id: 5 });
    expect(await idOf({ ...body, token })).toBe(await idOf(body));
    expect(await idOf({ ...body, auth: { application_token: token } })).toBe(await idOf({ ...body, auth: {} }));
  });
});

describe('the time of an event', () => {
  it.each(['occurred_at', 'timestamp', 'ts', 'event_time', 'occurredAt', 'eventTime', 'TS'])(
    'may be called %s',
    (name) => {
      expect(occurred({ ...E('deal.updated', { id: 5 }), [name]: '2026-11-20 10:00:00' })).toBe(
        '2026-11-20T07:00:00.000Z',
      );
      expect(occurred(E('deal.updated', { id: 5, [name]: 1763622000 }))).toBe('2025-11-20T07:00:00.000Z');
    },
  );

  it('is that of the envelope, else that of the object, and absent when not sent', () => {
    const data = { id: 5, ts: '2026-11-19T00:00:00Z' };
    expect(occurred({ ...E('deal.updated', data), occurred_at: '2026-11-20T00:00:00Z' })).toBe(
      '2026-11-20T00:00:00.000Z',
    );
    expect(occurred({ ...E('deal.updated', data), occurred_at: '' })).toBe('2026-11-19T00:00:00.000Z');
    expect(occurred(E('deal.updated', { id: 5 }))).toBeUndefined();
  });
});

describe('what holds the object', () => {
  const id = (event: object) => {
    const { kind, dealId, bookingId } = readOf(event).reading;
    return kind === 'deal' ? dealId : bookingId;
  };

  it.each([
    ...['deal', 'lead', 'data', 'payload', 'object', 'fields', 'Data', 'DEAL'].map((name) => ['deal.updated', name]),
    ...['booking', 'record', 'appointment', 'visit', 'data', 'payload', 'object', 'fields'].map((name) => [
      'booking.updated',
      name,
    ]),
  ])('of %s may be %s', (event, name) => {
    expect(id({ event, [name]: { id: 5 } })).toBe('5');
    expect(id({ event, [name]: '{"id":6}' })).toBe('6');
    // A list under `fields` holds no id itself: these are custom fields.
    if (name !== 'fields') expect(id({ event, [name]: [{ id: 7 }] })).toBe('7');
  });

  it('is else the top', () => {
    expect(id({ event: 'deal.updated', id: 5 })).toBe('5');
    expect(id({ event: 'booking.created', booking_date: 'x', ID: '7' })).toBe('7');
  });

  it.each([
    ['deal.updated', ['deal', 'lead', 'data', 'payload', 'object', 'fields']],
    ['booking.updated', ['booking', 'record', 'appointment', 'visit', 'data', 'payload', 'object', 'fields']],
  ])('of %s is the first of %j', (event, names) => {
    for (let first = 0; first + 1 < names.length; first++) {
      const held = names.slice(first).map((name, at) => [name, { id: String(first + at + 1) }] as const);
      expect(id({ ...Object.fromEntries<object>(held), event })).toBe(String(first + 1));
    }
  });

  it.each([[[]], [{}], [''], [null], ['[]'], ['{}']])(
    'is not %j, which says nothing: the next place is looked at',
    (nothing) => {
      expect(id({ event: 'deal.updated', deal: nothing, data: { id: 5 } })).toBe('5');
      expect(id({ event: 'deal.updated', data: nothing, payload: { id: 6 } })).toBe('6');
      expect(id({ event: 'deal.updated', data: nothing, id: 7 })).toBe('7');
    },
  );

  it('is not a word: one that is an entity is part of the name, digits are an id, another is unread', () => {
    expect(readOf({ action: 'deleted', data: 'deal', id: 5 }).reading).toMatchObject({
      kind: 'deal',
      act: 'deleted',
      dealId: '5',
    });
    expect(readOf({ action: 'created', payload: 'запись', id: 5 }).reading).toMatchObject({
      kind: 'booking',
      act: 'created',
    });
    expect(readOf({ event: 'deal.deleted', deal: 5 }).reading.dealId).toBe('5');
    expect(readOf({ event: 'booking.updated', record: '7403', status: 'came' }).reading.bookingId).toBe('7403');
    expect(readOf({ event: 'deal.updated', deal: 5, data: { amount: 7 } }).reading).toMatchObject({
      dealId: '5',
      amount: 700,
    });
    expect(readOf({ event: 'deal.updated', id: 5, payload: 'hello' }).unknownPaths).toEqual(['payload']);
  });

  it.each([
    [{ event: 'booking.cancelled', data: '55' }, { bookingId: '55' }],
    [{ event: 'booking.cancelled', object: 55 }, { bookingId: '55' }],
    [{ event: 'deal.deleted', payload: ' 55.0 ' }, { dealId: '55' }],
    [{ event: 'deal.updated', id: 5, data: '55' }, { dealId: '5' }],
  ])('is digits as well under a name that says nothing of it: %j', (event, ids) => {
    expect(readOf(event).reading).toMatchObject(ids);
  });

  it.each([
    [{ data: { id: 5 }, payload: null, object: [] }],
    [{ deal: { id: 5 }, data: '[]', fields: {} }],
    [{ id: 5, data: [], lead: '' }],
  ])('is known where it says nothing: %j', (around) => {
    expect(readOf({ event: 'deal.updated', ...around }).unknownPaths).toEqual([]);
  });

  it('is `fields` only when it holds an id and nothing else is the object; else they are custom fields', () => {
    expect(id({ event: 'deal.updated', fields: { ID: 5, TITLE: 'x' } })).toBe('5');
    const custom = { Мастер: 'Юля' };
    expect(readOf({ event: 'deal.updated', id: 5, fields: custom }).reading).toMatchObject({
      dealId: '5',
      userFields: [{ name: 'Мастер', value: 'Юля' }],
    });
    expect(readOf({ event: 'deal.updated', data: { id: 5 }, fields: { id: 6 } }).reading.dealId).toBe('5');
    expect(aboutDeal({ fields: custom }).reading.userFields).toEqual([{ name: 'Мастер', value: 'Юля' }]);
    expect(aboutBooking({ fields: [{ id: 3, value: 'x' }] }).reading.userFields).toEqual([{ id: '3', value: 'x' }]);
  });

  it('of an entity’s own name weighs more than `data` of another event', () => {
    const { reading } = readOf({ event: 'booking.updated', data: { id: 1 }, record: { id: 2 }, deal: { id: 3 } });
    expect(reading).toMatchObject({ kind: 'booking', bookingId: '2', dealId: '3' });
  });
});
