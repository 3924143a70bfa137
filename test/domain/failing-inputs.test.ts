import { describe, expect, it } from '@jest/globals';
import { dealRecord } from '../../lib/domain/deal-record.ts';
import { mergeReference, referencesOf } from '../../lib/domain/references.ts';
import { requestRecord } from '../../lib/domain/request-record.ts';
import { todayWith } from '../../lib/domain/today.ts';
import type { SetRow } from '../../lib/model/event-set.ts';
import type { Reference } from '../../lib/model/references.ts';
import type { Salon } from '../../lib/model/settings.ts';
import { readEvent } from '../../lib/profsalon/read-event.ts';
import { asDecoded } from '../build/event.ts';
import { aDealChoice, aRequestChoice } from '../build/row.ts';
import { aSalon } from '../build/settings.ts';
import { bookingSet, dealOf, dealSet, requestOf } from './telling.ts';

/**
 * Inputs that went wrong on the running product (26 November 2026), each for a kind of inputs; salon 1042, times in Moscow.
 * A delivery of an event as it stands in its set: received in the order posted, a minute after the one before.
 */
let posted = 0;
function E(event: string, data: object): SetRow {
  posted += 1;
  const receivedAt = new Date(Date.UTC(2026, 10, 26, 10, posted)).toISOString();
  const context = { timezone: 'Europe/Moscow', currency: 'RUB', fieldMap: {}, receivedAt };
  const { reading } = readEvent(asDecoded({ event, salon: { id: '1042' }, data }), context);
  const ofDeal = reading.kind === 'deal' ? { deal: aDealChoice() } : {};
  return {
    v: 1,
    eventId: `e${posted}`,
    receivedAt,
    replay: 0,
    readerVersion: 2,
    reading,
    ...ofDeal,
    request: aRequestChoice(),
  };
}

/** What a salon is shown with once all these events have come. */
function todayAfter(rows: SetRow[], over: Partial<Salon> = {}) {
  const known = new Map<string, Reference>();
  for (const reference of rows.flatMap(referencesOf)) {
    const key = `${reference.kind} ${reference.key}`;
    const before = known.get(key);
    known.set(key, before === undefined ? reference : mergeReference(before, reference));
  }
  return todayWith(aSalon(over), [...known.values()]);
}
const shown = (rows: SetRow[], all = rows, over: Partial<Salon> = {}) =>
  dealRecord(dealSet, dealOf(...rows), todayAfter(all, over));

describe('1: parts of a register from different events', () => {
  const named = E('deal.created', { id: 7801, stage: { name: 'No-show' } });
  const typed = E('deal.created', { id: 7802, stage: { id: 780, name: 'Записана', type: 'success' } });
  const renamed = E('deal.created', { id: 7803, stage: { id: 780, name: 'No-show' } });

  it.each([
    ['named without an id', named],
    ['of an id that had another name and type', renamed],
  ])('say nothing of a stage %s, before and after', (_, row) => {
    expect(shown([row]).stage?.type).toBe('failed');
    expect(shown([row], [named, typed, renamed]).stage?.type).toBe('failed');
    expect(shown([row], [named, typed, renamed]).stage?.name).toBe('No-show');
  });

  it('keep the type that the sender gave with its name', () => {
    expect(shown([typed], [named, typed, renamed]).stage).toMatchObject({ name: 'Записана', type: 'success' });
  });

  it('give way to teaching, of either', () => {
    const all = [named, typed, renamed];
    for (const row of [named, renamed]) {
      expect(shown([row], all, { stageTypes: { 'no-show': 'in_process' } }).stage?.type).toBe('in_process');
    }
    expect(shown([typed], all, { stageTypes: { записана: 'in_process' } }).stage?.type).toBe('in_process');
  });
});

it('4: a deal that was deleted and restored is listed again, with what it is worth', () => {
  const fields = { id: 7804, amount: '1500', stage: { name: 'Оплачено' } };
  const rows = [E('deal.created', fields), E('deal.deleted', { id: 7804 }), E('deal.restored', fields)];
  expect(shown(rows.slice(0, 2))).toMatchObject({ deleted: true, hidden: ['deleted'] });
  expect(shown(rows)).toMatchObject({ deleted: false, hidden: [], revenue: 150_000, warnings: [] });
});

describe('6: a field of a stage’s run', () => {
  const closed = E('deal.updated', {
    id: 7806,
    stage: { id: 142 },
    updated_at: '2026-11-01 12:00:00',
    closed_at: '2026-11-01 12:00:00',
  });
  const moved = E('deal.updated', { id: 7806, stage: { id: 10 }, updated_at: '2026-11-05 12:00:00', closed_at: null });
  const failed = E('deal.updated', { id: 7806, stage: { id: 143 }, updated_at: '2026-11-20 12:00:00' });

  it('is no field of the deal: it closes with the stage that it is in', () => {
    expect(shown([closed]).closedDateTime).toBe('2026-11-01T09:00:00.000Z');
    expect(shown([closed, moved])).not.toHaveProperty('closedDateTime');
    expect(shown([closed, moved, failed])).toMatchObject({
      stage: { type: 'failed' },
      closedDateTime: '2026-11-20T09:00:00.000Z',
    });
  });

  it('is the start of the stage where nobody said it', () => {
    const paid = { id: 7806, stage: { name: 'Оплачено' }, updated_at: '2026-11-21 12:00:00' };
    expect(shown([E('deal.updated', paid)]).closedDateTime).toBe('2026-11-21T09:00:00.000Z');
  });
});

describe('7: a word in another spelling', () => {
  it.each([
    ['canceled', 'cancelled'],
    ['NO_SHOW', 'cancelled'],
    ['Отменён клиентом', 'cancelled'],
    ['Завершена', 'came'],
    ['Подтверждена', 'confirmed'],
    ['Оплачена', 'paid'],
    ['completed', 'came'],
    ['Не оплачена', 'new'],
  ])('means a status of a booking: %s', (status, meant) => {
    const rows = [E('booking.updated', { id: 7807, status })];
    expect(requestRecord(bookingSet, requestOf(...rows), todayAfter(rows)).bookingStatus).toBe(meant);
  });

  it.each([
    ['Оплачена', 'success'],
    ['Выполнена', 'success'],
    ['Отменен', 'failed'],
    ['won', 'success'],
    ['lost', 'failed'],
    ['Успешно реализовано', 'success'],
    ['Не оплачена', 'in_process'],
  ])('means a type of a stage: %s', (name, type) => {
    expect(shown([E('deal.updated', { id: 7807, stage: { name } })]).stage?.type).toBe(type);
  });
});

it('8: two persons of one booking: nothing of the first stays when it is moved to the second', () => {
  const first = { id: 61, name: 'Анна Первая', phone: '+7 916 111-00-01', email: 'anna@example.ru' };
  const rows = [
    E('booking.created', { id: 7808, client: first }),
    E('booking.updated', { id: 7808, client: { id: 63, name: 'Ольга Третья' } }),
  ];
  const request = requestRecord(bookingSet, requestOf(...rows), todayAfter(rows));
  expect(request).toMatchObject({ name: 'Ольга Третья', phones: [], emails: [], noContact: true });
  expect(request).not.toHaveProperty('phone');
  expect(request).not.toHaveProperty('email');
});
