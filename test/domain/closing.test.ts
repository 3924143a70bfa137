import { describe, expect, it } from '@jest/globals';
import type { Reading } from '../../lib/model/reading.ts';
import { dealRecord } from '../../lib/domain/deal-record.ts';
import { todayWith } from '../../lib/domain/today.ts';
import { at } from '../build/reading.ts';
import { aSalon } from '../build/settings.ts';
import { dealEvent, dealOf, dealSet, minute } from './telling.ts';

const paid = { id: '40', name: 'Оплачено' };
const other = { id: '20', name: 'В работе' };
const day = 24 * 60;

/** The closing of a deal after events of these minutes. */
function closedAfter(...events: [n: number, said: Partial<Reading>][]): string | undefined {
  return dealOf(...events.map(([n, said]) => dealEvent(n, said))).closedDateTime;
}

describe('closedDateTime', () => {
  it('is the last closing that events of the present stage said', () => {
    const first: [number, Partial<Reading>] = [1, { stage: paid, closedAt: at(minute(1)) }];
    expect(closedAfter(first)).toBe(minute(1));
    expect(closedAfter(first, [3, { stage: paid, closedAt: at(minute(3)) }])).toBe(minute(3));
    // An event that names no stage leaves the deal in it.
    expect(closedAfter(first, [3, { closedAt: at(minute(2)) }])).toBe(minute(2));
    expect(closedAfter(first, [3, { stage: paid }])).toBe(minute(1));
  });

  it('is nothing that was said while the deal was in another stage', () => {
    const before: [number, Partial<Reading>] = [1, { stage: paid, closedAt: at(minute(1)) }];
    expect(closedAfter(before, [5, { stage: other }], [9, { stage: paid }])).toBe(minute(9));
    expect(closedAfter(before, [5, { stage: { id: '143' }, stageChangedAt: at(minute(4)) }])).toBe(minute(4));
  });

  it('is else the beginning of the stage', () => {
    expect(closedAfter([2, { stage: paid }], [3, { stage: paid }])).toBe(minute(2));
    expect(closedAfter([2, { stage: paid, stageChangedAt: at(minute(-7)) }])).toBe(minute(-7));
  });

  it('lies not more than a day before the stage began', () => {
    const closing = (n: number) => closedAfter([0, { stage: paid, closedAt: at(minute(n)) }]);
    expect(closing(-day)).toBe(minute(-day));
    expect(closing(-day - 1)).toBe(minute(0));
  });

  it('is told by the order of events, not of deliveries', () => {
    const late = dealEvent(3, { stage: paid, closedAt: at(minute(3)) });
    const early = dealEvent(2, { stage: paid, closedAt: at(minute(2)) });
    expect(dealOf(late, early).closedDateTime).toBe(minute(3));
  });

  it('is shown in success and failed alone', () => {
    const today = todayWith(aSalon(), []);
    const shown = (stage: Reading['stage']) =>
      dealRecord(dealSet, dealOf(dealEvent(1, { closedAt: at(minute(0)), ...(stage && { stage }) })), today);
    expect(shown({ name: 'Оплачено' }).closedDateTime).toBe(minute(0));
    expect(shown({ name: 'Отменено' }).closedDateTime).toBe(minute(0));
    expect(shown({ name: 'Новая' })).not.toHaveProperty('closedDateTime');
    expect(shown(undefined)).not.toHaveProperty('closedDateTime');
  });
});
