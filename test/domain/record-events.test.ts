import { describe, expect, it } from '@jest/globals';
import { eventsOf, eventsOfSuperseded } from '../../lib/domain/record-events.ts';
import { todayWith } from '../../lib/domain/today.ts';
import type { Salon } from '../../lib/model/settings.ts';
import { aReading } from '../build/reading.ts';
import { aRow } from '../build/row.ts';
import { aSalon } from '../build/settings.ts';
import { without } from '../build/without.ts';
import { bookingEvent, bookingSet, dealEvent, dealSet, minute } from './telling.ts';

const today = todayWith(aSalon(), []);
const says = (text: string) => ({ statuses: [{ text, field: 'status' }] });

describe('what each event changed', () => {
  it('is told for every event of a deal, in their order', () => {
    const rows = [
      dealEvent(3, { comment: null, act: 'deleted' }),
      dealEvent(1, { act: 'created', name: 'Стрижка', comment: 'Скидка' }),
      dealEvent(2, { amount: 100, stage: { id: '10' } }),
      bookingEvent(2),
    ];
    expect(eventsOf(dealSet, rows, 'deal', today)).toEqual([
      {
        eventId: 'deal-1',
        receivedAt: minute(1),
        dateTime: minute(1),
        kind: 'deal',
        act: 'created',
        changed: ['comments', 'createdDateTime', 'currency', 'name', 'pipeline'],
      },
      {
        eventId: 'deal-2',
        receivedAt: minute(2),
        dateTime: minute(2),
        kind: 'deal',
        act: 'updated',
        changed: ['modifiedStageDateTime', 'revenue', 'stage', 'stageHistory'],
      },
      {
        eventId: 'deal-3',
        receivedAt: minute(3),
        dateTime: minute(3),
        kind: 'deal',
        act: 'deleted',
        changed: ['comments', 'deleted'],
      },
    ]);
  });

  it('is told of a request for booking and deal events', () => {
    const rows = [
      bookingEvent(1, says('new')),
      dealEvent(2, { session: '5', amount: 7 }),
      bookingEvent(3, says('came')),
    ];
    const changed = eventsOf(bookingSet, rows, 'request', today).map((event) => event.changed);
    expect(changed.slice(1)).toEqual([['attribution', 'campaignId', 'visitorSessionId'], ['bookingStatus']]);
  });

  it('counts repeats once, but an event without a time of its own with each delivery', () => {
    const repeat = { ...dealEvent(1), receivedAt: minute(9) };
    expect(eventsOf(dealSet, [dealEvent(1), repeat], 'deal', today)).toHaveLength(1);
    const reading = without(aReading({ name: 'A' }), 'updatedAt');
    const undated = [1, 3].map((n) => aRow({ eventId: 'a', receivedAt: minute(n), reading }));
    const events = eventsOf(dealSet, [...undated, dealEvent(2, { name: 'B' })], 'deal', today);
    expect(events.map((event) => event.changed.includes('name'))).toEqual([true, true, true]);
  });

  it('is told of a status when teaching gives the text a meaning', () => {
    const rows = [bookingEvent(1, says('new')), bookingEvent(2, says('Мастер приехал'))];
    const changed = (bookingStatuses: Salon['bookingStatuses']) =>
      eventsOf(bookingSet, rows, 'request', todayWith(aSalon({ bookingStatuses }), [])).at(-1)?.changed;
    expect(changed({ 'мастер приехал': 'came' })).toEqual(['bookingStatus']);
    expect(changed({})).toEqual([]);
  });

  it('is nothing for a request that gave way: it has its events alone', () => {
    const rows = [dealEvent(2, { session: '5' }), dealEvent(1, { name: 'Стрижка' }, { deal: undefined as never })];
    expect(eventsOfSuperseded([...rows, without(dealEvent(3), 'request')])).toEqual([
      { eventId: 'deal-1', receivedAt: minute(1), dateTime: minute(1), kind: 'deal', act: 'updated', changed: [] },
      { eventId: 'deal-2', receivedAt: minute(2), dateTime: minute(2), kind: 'deal', act: 'updated', changed: [] },
    ]);
  });

  it('is told for the newest 100', () => {
    const rows = Array.from({ length: 130 }, (_, n) => dealEvent(n, { amount: n }));
    const events = eventsOf(dealSet, rows, 'deal', today);
    expect(events).toHaveLength(100);
    expect(events[0]).toMatchObject({ eventId: 'deal-30', changed: ['revenue'] });
  });
});
