import { describe, expect, it } from '@jest/globals';
import { readEvent } from '../../lib/profsalon/read-event.ts';
import { asDecoded, classified, context } from '../build/event.ts';

function nameOf(event: unknown): string {
  const { kind = '-', act } = classified(event);
  return `${kind} ${act}`;
}

describe('event names', () => {
  it.each([
    ['booking.created', 'booking created'],
    ['booking.updated', 'booking updated'],
    ['booking.cancelled', 'booking cancelled'],
    ['booking.canceled', 'booking cancelled'],
    ['deal.created', 'deal created'],
    ['deal.updated', 'deal updated'],
    ['deal.deleted', 'deal deleted'],
    ['DEAL_ADD', 'deal created'],
    ['DealUpdated', 'deal updated'],
    ['newDeal', 'deal created'],
    ['leads/edit', 'deal updated'],
    ['deals:changes', 'deal updated'],
    ['deal-status-changed', 'deal updated'],
    ['record.removed', 'booking deleted'],
    ['visits', 'booking updated'],
    ['deal', 'deal updated'],
    ['Сделка', 'deal updated'],
    ['запись', 'booking updated'],
    ['визит delete', 'booking deleted'],
    ['XMLDealCreated', 'deal updated'],
  ])('%s is a %s', (event, kind) => {
    expect(nameOf({ event })).toBe(kind);
  });

  it.each(['ONCRMDEALUPDATE', 'dealer.updated', 'payment.received', 'ideal', 'bookingsx', '', '—'])(
    '%j is of no kind',
    (event) => {
      expect(classified({ event }).kind).toBeUndefined();
    },
  );

  it('of all fields are read together', () => {
    expect(nameOf({ resource: 'record', status: 'delete' })).toBe('booking deleted');
    expect(nameOf({ type: 'deal', action: 'add' })).toBe('deal created');
    expect(nameOf({ event_name: 'booking', event: null, type: '' })).toBe('booking updated');
  });

  it('of two strong acts say neither', () => {
    expect(nameOf({ event: 'deal update add cancel delete' })).toBe('deal updated');
    expect(nameOf({ event: 'deal add cancel' })).toBe('deal updated');
    expect(nameOf({ event: 'deal update add' })).toBe('deal created');
  });

  it('without an entity take it from the object that comes with them', () => {
    expect(nameOf({ event: 'created', deal: { id: 1 } })).toBe('deal created');
    expect(nameOf({ action: 'delete', booking: { id: 1 } })).toBe('booking deleted');
    expect(nameOf({ action: 'edit', record: { id: 1 } })).toBe('booking updated');
    expect(nameOf({ action: 'edit', data: { id: 1 } })).toBe('- updated');
  });

  it('that are missing make an update of such an object', () => {
    expect(nameOf({ deal: { id: 1 } })).toBe('deal updated');
    expect(nameOf({ booking: { id: 1 } })).toBe('booking updated');
    expect(nameOf({ record: { id: 1 } })).toBe('booking updated');
    expect(nameOf({ id: 1 })).toBe('- updated');
  });

  it('alone say the kind: attendance and deleted are fields', () => {
    expect(nameOf({ event: 'booking.updated', data: { attendance: -1, deleted: true } })).toBe('booking updated');
  });

  it.each([['5'], [null], [[]], [{}], [true]])('%j has none', (event) => {
    expect(classified(event)).toEqual({ act: 'updated', salonIds: [], salonLogins: [] });
  });

  it('of whole envelopes of Bitrix24 and amoCRM are unknown', () => {
    expect(nameOf({ event: 'ONCRMDEALUPDATE', data: { FIELDS: { ID: 1 } } })).toBe('- updated');
    expect(nameOf({ leads: { update: [{ id: 1 }] } })).toBe('- updated');
  });
});

describe('the sender’s event id', () => {
  it.each(['event_id', 'messageId', 'uuid'])('may be called %s', (name) => {
    expect(classified({ [name]: ' a-1 ' }).senderEventId).toBe('a-1');
  });

  it('is absent when empty or of 100,000 characters', () => {
    expect(classified({ event_id: '', uuid: 'x'.repeat(100_000) }).senderEventId).toBeUndefined();
  });
});

describe('the salon', () => {
  it.each([
    [{ salon: { id: 1042, login: 'MYATA' } }, ['1042'], ['MYATA']],
    [{ salon_id: '1042 ', salon_login: ' myata' }, ['1042'], ['myata']],
    [{ company_id: 1042.0 }, ['1042'], []],
    [{ filial_id: '1042' }, ['1042'], []],
    [{ company: { id: 7 }, salon_id: 8 }, ['8', '7'], []],
    [{ data: { company_id: 7 } }, [], []],
    [{ resource: 'record', data: { company_id: 7 } }, ['7'], []],
    [{ data: { salon: { login: 'm' } } }, [], ['m']],
    [{ data: { filial: { id: 7 } } }, ['7'], []],
    [{ deal: { filial_id: 7, salon_login: 'm', salon_id: 8 } }, ['8', '7'], ['m']],
    [{ data: { company: { id: 7, name: 'ООО' } } }, [], []],
    [{ deal: { company: { id: 7 }, company_id: 8 } }, [], []],
    [{ salon_id: 1042, data: { company: { id: 7 } } }, ['1042'], []],
    [{ company: { id: 7 } }, ['7'], []],
    [{ salon: '1042' }, ['1042'], []],
    [{ salon: 'msc_myata' }, [], []],
    [{ salon: 'Салон «Мята»' }, [], []],
    [{ salon: { id: '', login: null } }, [], []],
    [{ salon: null }, [], []],
  ])('in %j is named by %j and %j', (event, salonIds, salonLogins) => {
    expect(classified(event)).toMatchObject({ salonIds, salonLogins });
  });
});

describe('the company of a client', () => {
  it('gives neither zone nor currency to what is said of a lead', () => {
    const company = { id: 7, name: 'ООО', currency: 'USD', timezone: 'Asia/Tokyo' };
    const data = { id: 1, created_at: '2026-03-14 12:31:05', company };
    expect(readEvent(asDecoded({ event: 'lead.add', data }), context)).toEqual({
      reading: { v: 1, kind: 'deal', act: 'created', dealId: '1', createdAt: { at: '2026-03-14T09:31:05.000Z' } },
      warnings: [],
      unknownPaths: ['data.company.id', 'data.company.name', 'data.company.currency', 'data.company.timezone'],
    });
    expect(readEvent(asDecoded({ event: 'lead.add', data: { id: 1 }, company }), context).reading.currency).toBe('USD');
  });
});

describe('the object', () => {
  const idOf = (event: object) => readEvent(asDecoded({ event: 'deal.updated', ...event }), context).reading.dealId;

  it.each([
    ['data', { data: { id: 7 } }],
    ['the top', { id: 7 }],
    ['deal', { deal: { id: 7 } }],
    ['fields', { fields: { ID: '7' } }],
    ['deal before data', { data: { id: 8 }, deal: { id: 7 } }],
    ['data when deal is empty', { data: { id: 7 }, deal: {} }],
    ['deal before the top', { id: 8, deal: { id: 7 } }],
    ['booking when nothing else is there', { booking: { id: 7 } }],
    ['the top when a booking is named beside', { id: 7, booking: { id: 8 } }],
  ])('may be %s', (_, event) => {
    expect(idOf(event)).toBe('7');
  });

  it.each(['booking', 'record'])('of a booking may be %s', (name) => {
    const { reading } = readEvent(asDecoded({ action: 'add', [name]: { id: 7 } }), context);
    expect(reading).toEqual({ v: 1, kind: 'booking', act: 'created', bookingId: '7' });
  });

  it('may be missing', () => {
    expect(readEvent({ event: 'deal.updated', data: 'x' }, context)).toEqual({
      reading: { v: 1, kind: 'deal', act: 'updated' },
      warnings: [],
      unknownPaths: ['data'],
    });
  });

  it('that is the event itself may have a status of its own', () => {
    const read = (event: object) => readEvent(asDecoded({ event: 'booking.updated', id: 7, ...event }), context);
    expect(read({ status: 'confirmed' }).reading.statuses).toEqual([{ text: 'confirmed', field: 'status' }]);
    expect(readEvent(asDecoded({ resource: 'record', status: 'update', id: 7 }), context).warnings).toEqual([]);
    expect(
      readEvent(asDecoded({ resource: 'record', status: 'update', id: 7 }), context).reading.statuses,
    ).toBeUndefined();
  });
});

describe('times of the envelope', () => {
  it.each(['occurred_at', 'timestamp', 'ts'])('may be called %s', (name) => {
    const { reading } = readEvent(asDecoded({ event: 'deal.updated', [name]: 1773830465 }), context);
    expect(reading.occurredAt).toEqual({ at: '2026-03-18T10:41:05.000Z' });
  });
});

describe('what an event names', () => {
  const read = (event: object) => readEvent(asDecoded(event), context).reading;

  it('is the deal of a booking', () => {
    const booking = { event: 'booking.created', data: { id: 7 } };
    expect(read({ ...booking, data: { id: 7, deal_id: 8 } })).toMatchObject({ bookingId: '7', dealId: '8' });
    expect(read({ ...booking, data: { id: 7, deal: { id: 8 } } })).toMatchObject({ bookingId: '7', dealId: '8' });
    expect(read({ ...booking, deal_id: 8 })).toMatchObject({ bookingId: '7', dealId: '8' });
  });

  it('is the bookings of a deal, each once, in the order said', () => {
    const deal = (data: object) => read({ event: 'deal.updated', data: { id: 7, ...data } }).bookingIds;
    expect(deal({ booking_ids: [3, '1', 3.0, ' 2 ', 0, null] })).toEqual(['3', '1', '2']);
    expect(deal({ booking_ids: { 10: 'b', 2: 'a' } })).toEqual(['a', 'b']);
    expect(deal({ booking_ids: [] })).toBeUndefined();
    expect(deal({ booking_id: 5 })).toEqual(['5']);
    expect(deal({ record: { id: 6 } })).toEqual(['6']);
  });

  it('is the booking that stands beside a deal', () => {
    expect(read({ event: 'deal.updated', deal: { id: 7 }, booking: { id: 8 } })).toMatchObject({
      dealId: '7',
      bookingIds: ['8'],
    });
  });

  it('is not the object of a booking that is read as the deal', () => {
    expect(read({ event: 'deal.updated', booking: { id: 8 } })).toEqual({
      v: 1,
      kind: 'deal',
      act: 'updated',
      dealId: '8',
    });
  });

  it('is the deal that a lone booking names, and the booking', () => {
    const deal = (booking: object) => read({ event: 'deal.updated', booking: { id: 'BB', ...booking } });
    const both = { v: 1, kind: 'deal', act: 'updated', dealId: 'DD', bookingIds: ['BB'] };
    expect(deal({ deal_id: 'DD' })).toEqual(both);
    expect(deal({ deal: { id: 'DD' } })).toEqual(both);
    expect(deal({ deal_id: 'DD', booking_ids: ['CC', 'BB'] })).toEqual({ ...both, bookingIds: ['BB', 'CC'] });
    expect(read({ event: 'deal.updated', record: { id: 'BB', deal_id: 'DD' } })).toEqual(both);
    expect(deal({ id: '', deal_id: 'DD' })).toEqual({ v: 1, kind: 'deal', act: 'updated', dealId: 'DD' });
    expect(
      read({ event: 'deal.updated', booking: { id: 'BB', deal_id: 'DD' }, booking_ids: ['AA'] }).bookingIds,
    ).toEqual(['BB', 'AA']);
    for (const deal_id of ['', null, 0]) expect(deal({ deal_id })).toEqual({ ...deal({}), dealId: 'BB' });
  });

  it('is every booking that a deal lists: which of them a record keeps is left to its fold', () => {
    const ids = Array.from({ length: 60 }, (_, index) => 160 - index);
    const { reading, warnings } = readEvent(
      asDecoded({ event: 'deal.updated', data: { id: 7, booking_ids: ids } }),
      context,
    );
    expect(reading.bookingIds).toEqual(ids.map(String));
    expect(warnings).toEqual([]);
  });
});
