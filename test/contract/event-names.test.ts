import { describe, expect, it } from '@jest/globals';
import { nameOf, readOf } from './read.ts';

const deal = { deal: { id: 9001 } };
const booking = { booking: { id: 7403 } };
const fields = [
  'event',
  'type',
  'event_type',
  'action',
  'event_name',
  'resource',
  'object',
  'topic',
  'trigger',
  'hook',
  'status',
];
const spelled = ['eventType', 'EVENT_TYPE', 'eventName', 'Event-Name', 'EVENT', 'Topic'];

describe('the name of an event', () => {
  it.each([...fields, ...spelled])('may stand under %s', (field) => {
    expect(nameOf({ [field]: 'booking.cancelled', data: { id: 5 } })).toBe('booking cancelled');
    expect(nameOf({ [field]: 'Сделка удалена', data: { id: 5 } })).toBe('deal deleted');
  });

  it.each([
    [{ resource: 'record', action: 'delete' }, 'booking deleted'],
    [{ object: 'deal', action: 'create' }, 'deal created'],
    [{ topic: 'appointment', hook: 'on_cancel' }, 'booking cancelled'],
    [{ event: 'lead', trigger: 'removed' }, 'deal deleted'],
    [{ resource: 'record', status: 'create' }, 'booking created'],
    [{ event: 'сделка', action: 'восстановлена' }, 'deal restored'],
    [{ event_type: 'запись', event: 'новая' }, 'booking created'],
  ])('is read together from all its fields: %j', (around, expected) => {
    expect(nameOf({ ...around, data: { id: 5 } })).toBe(expected);
  });

  it.each([
    [{ event: 'deal.updated', trigger: 'manual' }, 'deal updated'],
    [{ event: 'deal.deleted', trigger: 'manual' }, 'deal deleted'],
    [{ event: 'deal.deleted', hook: 'stage deleted' }, 'deal deleted'],
    [{ event: 'booking.created', status: 'confirmed' }, 'booking created'],
    [{ event: 'booking.cancelled', topic: 'salon news' }, 'booking cancelled'],
    [{ action: 'deleted', object: 'deal', hook: 'our-crm hook number nine' }, 'deal deleted'],
  ])('has no part in fields that are no names: %j', (around, expected) => {
    expect(nameOf({ ...around, data: { id: 5 } })).toBe(expected);
  });

  it('is not made of a `type` without an entity: that names no act', () => {
    expect(nameOf({ type: 'deleted', ...deal })).toBe('deal updated');
    expect(nameOf({ type: 'created', ...booking })).toBe('booking updated');
    expect(nameOf({ event: 'deal', type: 'deleted', data: { id: 5 } })).toBe('deal updated');
    expect(nameOf({ type: 'deal deleted', data: { id: 5 } })).toBe('deal deleted');
  });
});

describe('a `status` beside the name', () => {
  it('is a part of it only where no other field names an act', () => {
    expect(nameOf({ event: 'booking', status: 'cancelled', data: { id: 5 } })).toBe('booking cancelled');
    expect(nameOf({ resource: 'record', status: 'delete', data: { id: 5 } })).toBe('booking deleted');
    expect(nameOf({ event: 'booking.created', status: 'deleted', data: { id: 5 } })).toBe('booking created');
    expect(nameOf({ event: 'booking', action: 'update', status: 'cancelled', data: { id: 5 } })).toBe(
      'booking updated',
    );
  });

  it('is the object’s status elsewhere', () => {
    const statuses = (event: object) => readOf(event).reading.statuses;
    expect(statuses({ event: 'booking.updated', status: 'cancelled', data: { id: 5 } })).toEqual([
      { text: 'cancelled', field: 'status' },
    ]);
    expect(statuses({ event: 'booking', status: 'confirmed', data: { id: 5 } })).toEqual([
      { text: 'confirmed', field: 'status' },
    ]);
    expect(statuses({ event: 'booking', status: 'cancelled', data: { id: 5 } })).toBeUndefined();
  });
});

describe('an act that is more than an update', () => {
  it('counts beside `updated`', () => {
    expect(nameOf({ event: 'deal.deleted', action: 'update', data: { id: 5 } })).toBe('deal deleted');
    expect(nameOf({ event: 'booking.changed.cancelled', data: { id: 5 } })).toBe('booking cancelled');
    expect(nameOf({ event: 'сделка обновлена и восстановлена', data: { id: 5 } })).toBe('deal updated');
  });

  it.each([
    [{ event: 'deal.created.deleted' }],
    [{ event: 'deal.deleted', action: 'restore' }],
    [{ event: 'deal created', action: 'cancelled' }],
    [{ event: 'сделка отменена', topic: 'сделка удалена' }],
  ])('does not count beside a second one, also of another field: %j', (around) => {
    expect(nameOf({ ...around, data: { id: 5 } })).toBe('deal updated');
  });

  it.each([
    [{ event: 'booking.deleted', topic: 'deal' }, 'booking updated'],
    [{ event: 'deal.booking.cancelled' }, 'deal updated'],
    [{ event: 'удалена запись сделки' }, 'booking updated'],
  ])('does not count with two entities, of which the first gives the kind: %j', (around, expected) => {
    expect(nameOf({ ...around, data: { id: 5 } })).toBe(expected);
  });

  it('said twice is one act', () => {
    expect(nameOf({ event: 'deal.deleted', action: 'removed', data: { id: 5 } })).toBe('deal deleted');
  });
});

describe('a name without an entity', () => {
  it('takes it from the alias that holds the object', () => {
    expect(nameOf({ event: 'deleted', ...deal })).toBe('deal deleted');
    expect(nameOf({ action: 'cancel', ...booking })).toBe('booking cancelled');
    expect(nameOf({ event: 'создана', lead: { id: 5 } })).toBe('deal created');
    expect(nameOf({ event: 'on_update', visit: { id: 5 } })).toBe('booking updated');
    expect(nameOf({ event: 'created', appointment: '{"id":5}' })).toBe('booking created');
  });

  it.each(['event', 'type', 'event_type', 'event_name', 'resource', 'object', 'topic'])(
    'is an update when `%s` holds a word that is no name',
    (field) => {
      expect(nameOf({ action: 'deleted', [field]: 'payment', ...deal })).toBe('deal updated');
      expect(nameOf({ action: 'отменена', [field]: 'оплата', ...booking })).toBe('booking updated');
    },
  );

  it.each(['trigger', 'hook', 'status'])('is none because of a word in `%s`', (field) => {
    expect(nameOf({ action: 'deleted', [field]: 'manual', ...deal })).toBe('deal deleted');
  });

  it('is unknown where nothing holds the object but `data`', () => {
    expect(nameOf({ event: 'deleted', data: { id: 5 } })).toBe('unknown_event');
  });
});

describe('an event without a name', () => {
  it.each([
    [{ deal: { id: 5 } }, 'deal updated'],
    [{ lead: [{ id: 5 }] }, 'deal updated'],
    [{ record: { id: 5 }, status: 'confirmed' }, 'booking updated'],
    [{ visit: '{"id":5}' }, 'booking updated'],
    [{ trigger: 'manual', appointment: { id: 5, deleted: true } }, 'booking updated'],
  ])('is an update of the object under an entity’s name: %j', (event, expected) => {
    expect(nameOf(event)).toBe(expected);
  });

  it.each([
    [{ id: 5, amount: 7 }],
    [{ data: { id: 5 } }],
    [{ order: { id: 5 } }],
    [{ leads: { update: [{ id: 5 }] } }],
  ])('is unknown without such an object: %j', (event) => {
    expect(nameOf(event)).toBe('unknown_event');
  });
});

describe('the kind and the act', () => {
  it('come from the names alone: `attendance` and `deleted` are fields', () => {
    expect(readOf({ event: 'booking.updated', data: { id: 5, attendance: -1, deleted: true } }).reading).toMatchObject({
      act: 'updated',
      deleted: true,
      statuses: [{ text: '-1', field: 'attendance' }],
    });
  });

  it('of a restoration are those of an update that says `deleted: no`', () => {
    const { reading } = readOf({ event: 'deal.restored', data: { id: 5, is_deleted: 1 } });
    expect(reading).toMatchObject({ kind: 'deal', act: 'updated', deleted: false });
  });

  it('of whole envelopes of peers are not read', () => {
    expect(nameOf({ event: 'ONCRMDEALUPDATE', data: { FIELDS: { ID: '7' } }, auth: { domain: 'x' } })).toBe(
      'unknown_event',
    );
    expect(nameOf({ leads: { update: [{ id: 1 }] }, account: { id: 7 } })).toBe('unknown_event');
  });
});
