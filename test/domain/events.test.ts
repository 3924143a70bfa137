import { describe, expect, it } from '@jest/globals';
import { aReading, at } from '../build/reading.ts';
import { aDealChoice, aRow } from '../build/row.ts';
import { dealEvent, dealOf, minute } from './telling.ts';
import { without } from '../build/without.ts';

const timeless = without(aReading(), 'updatedAt');

describe('deliveries of one event', () => {
  const first = dealEvent(1, { amount: 100 });

  it('count as one, however often they come', () => {
    const again = { ...first, receivedAt: minute(9) };
    expect(dealOf(first, again, again)).toEqual(dealOf(first));
  });

  it('are read by the largest replay number', () => {
    const replayed = { ...first, receivedAt: minute(9), replay: 5, reading: { ...first.reading, amount: 200 } };
    expect(dealOf(replayed, { ...first, readerVersion: 2 }).revenue).toBe(200);
  });

  it('are read by the larger reader version at equal replay numbers', () => {
    const better = { ...first, receivedAt: minute(9), readerVersion: 2, reading: { ...first.reading, amount: 300 } };
    expect(dealOf(better, first).revenue).toBe(300);
  });

  it('are read by the earliest received of equals', () => {
    const later = { ...first, receivedAt: minute(9), reading: { ...first.reading, amount: 400 } };
    expect(dealOf(later, first).revenue).toBe(100);
  });

  it('have the earliest receive time, by which clamping and precision are computed', () => {
    const ahead = dealEvent(1, { updatedAt: at('2026-03-18T00:00:00.000Z') });
    const again = { ...ahead, receivedAt: minute(9), replay: 5 };
    expect(dealOf(again, ahead).modifiedDateTime).toBe(minute(1));
    expect(dealOf(again, ahead).warnings).toEqual(['updated_at: clamped']);
  });

  it('without a time of its own count anew with each delivery', () => {
    const said = (name: string, n: number) =>
      aRow({ eventId: name, receivedAt: minute(n), reading: { ...timeless, name } });
    expect(dealOf(said('A', 1), said('B', 2), said('A', 3)).name).toBe('A');
    expect(dealOf(said('A', 1), said('B', 2)).name).toBe('B');
  });

  it('with a time of its own stand where that puts them', () => {
    expect(dealOf(dealEvent(1, { name: 'A' }), dealEvent(2, { name: 'B' }), dealEvent(1, { name: 'A' })).name).toBe(
      'B',
    );
    const again = { ...dealEvent(1, { name: 'A' }), receivedAt: minute(5) };
    expect(dealOf(dealEvent(1, { name: 'A' }), dealEvent(2, { name: 'B' }), again).name).toBe('B');
  });
});

describe('the order of events', () => {
  const same = { updatedAt: at(minute(1)) };

  it('is by version before all else', () => {
    const newer = dealEvent(2, { name: 'newer' }, { receivedAt: minute(2) });
    const older = dealEvent(1, { name: 'older' }, { receivedAt: minute(30) });
    expect(dealOf(newer, older).name).toBe('newer');
  });

  it('is by kind at equal versions: created < updated < cancelled < deleted', () => {
    const acts = ['deleted', 'cancelled', 'updated', 'created'] as const;
    const rows = acts.map((act, n) => dealEvent(n, { ...same, act, name: act }));
    expect(dealOf(...rows).name).toBe('deleted');
    expect(dealOf(...rows.slice(1)).name).toBe('cancelled');
    expect(dealOf(...rows.slice(2)).name).toBe('updated');
  });

  it('is by receive time at equal versions and kinds, then by event id', () => {
    const late = dealEvent(4, { ...same, name: 'late' }, { eventId: 'a' });
    const early = dealEvent(3, { ...same, name: 'early' }, { eventId: 'b' });
    expect(dealOf(late, early).name).toBe('late');
    const b = dealEvent(3, { ...same, name: 'b' }, { eventId: 'b' });
    const a = dealEvent(3, { ...same, name: 'a' }, { eventId: 'a' });
    expect(dealOf(b, a).name).toBe('b');
  });
});

describe('choices', () => {
  it('are those of the smallest settings version, whenever it was received', () => {
    const older = dealEvent(9, {}, { deal: aDealChoice({ version: 2, useDefaultPipeline: true }) });
    const newer = dealEvent(1, {}, { deal: aDealChoice({ version: 3, useDefaultPipeline: false }) });
    expect(dealOf(newer, older).useDefaultPipeline).toBe(true);
  });

  it('are those received earliest at equal versions, then of the smallest event id', () => {
    const choice = (currency: string) => ({ deal: aDealChoice({ currency }) });
    const late = dealEvent(2, {}, { ...choice('USD'), eventId: 'a' });
    const early = dealEvent(1, {}, { ...choice('EUR'), eventId: 'b' });
    expect(dealOf(late, early).currency).toBe('EUR');
    const at1 = { receivedAt: minute(1) };
    const rows = [
      dealEvent(1, {}, { ...choice('USD'), ...at1, eventId: 'b' }),
      dealEvent(2, {}, { ...choice('KZT'), ...at1, eventId: 'a' }),
    ];
    expect(dealOf(...rows).currency).toBe('KZT');
  });

  it('stay when an event is replayed with the settings of today', () => {
    const first = dealEvent(1, {}, { deal: aDealChoice({ version: 1, useDefaultPipeline: true }) });
    const replayed = { ...first, replay: 7, deal: aDealChoice({ version: 9, useDefaultPipeline: false }) };
    expect(dealOf(first, replayed).useDefaultPipeline).toBe(true);
  });
});
