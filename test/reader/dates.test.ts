import { describe, expect, it } from '@jest/globals';
import { readEvent } from '../../lib/profsalon/read-event.ts';
import { aDealEvent, context, readBooking, readDeal } from '../build/event.ts';

const startsAt = (value: unknown, around: object = {}) => readDeal({ starts_at: value }, around).reading.startsAt;
const inZone = (timezone: string, value: unknown) =>
  readEvent(aDealEvent({ starts_at: value }), { ...context, timezone }).reading.startsAt;

describe('dates', () => {
  it.each([
    ['14.03.2026 12:31:05', '2026-03-14T09:31:05.000Z'],
    ['2026-03-14 12:31:05', '2026-03-14T09:31:05.000Z'],
    ['2026-03-14T12:31:05', '2026-03-14T09:31:05.000Z'],
    ['2026-03-14 12:31:05.123456', '2026-03-14T09:31:05.123Z'],
    ['2026-03-14 12:31:05.1', '2026-03-14T09:31:05.100Z'],
    ['2026-03-14T12:31:05+03:00', '2026-03-14T09:31:05.000Z'],
    ['2026-03-14T12:31:05+0500', '2026-03-14T07:31:05.000Z'],
    ['2026-03-14T12:31:05-03', '2026-03-14T15:31:05.000Z'],
    ['2026-03-14T12:31:05Z', '2026-03-14T12:31:05.000Z'],
    ['2026-03-14 12:31:05 +03:00', '2026-03-14T09:31:05.000Z'],
    ['2026-03-14 12:31:05 Z', '2026-03-14T12:31:05.000Z'],
    [' 2026-03-14T12:31:05.5+05:30 ', '2026-03-14T07:01:05.500Z'],
    [1773830465, '2026-03-18T10:41:05.000Z'],
    ['1773830465', '2026-03-18T10:41:05.000Z'],
    [946684800000, '2000-01-01T00:00:00.000Z'],
    [1773830465123, '2026-03-18T10:41:05.123Z'],
    [1773830465.25, '2026-03-18T10:41:05.250Z'],
    ['29.02.2024 00:00:00', '2024-02-28T21:00:00.000Z'],
  ])('%j is %s', (value, at) => {
    expect(startsAt(value)).toEqual({ at });
  });

  it('without seconds mean a minute, without a time a local day', () => {
    expect(startsAt('14.03.2026 12:31')).toEqual({ at: '2026-03-14T09:31:00.000Z', until: '2026-03-14T09:32:00.000Z' });
    expect(startsAt('2026-03-14T12:31Z')).toEqual({
      at: '2026-03-14T12:31:00.000Z',
      until: '2026-03-14T12:32:00.000Z',
    });
    expect(startsAt('14.03.2026')).toEqual({ at: '2026-03-13T21:00:00.000Z', until: '2026-03-14T21:00:00.000Z' });
    expect(startsAt('2026-03-14')).toEqual({ at: '2026-03-13T21:00:00.000Z', until: '2026-03-14T21:00:00.000Z' });
  });

  it.each([
    '',
    null,
    '0000-00-00',
    '0000-00-00 00:00:00',
    '00.00.0000',
    '1999-12-31T23:59:59Z',
    '31.12.1999',
    0,
    946684799,
    -5,
  ])('%j is absent', (value) => {
    expect(readDeal({ starts_at: value })).toEqual(readDeal());
  });

  it.each([
    '05/30/2025',
    '14.03.26',
    '26-03-14',
    '2026-13-01',
    '2026-02-30',
    '2026-03-14 24:00',
    '2026-03-14 12:60',
    '2026-03-14 12',
    '20260314',
    'завтра',
    '1e9',
    99999999999999999,
    20260314123105,
    12345678901,
    { date: 'x' },
  ])('%j is absent and warned', (value) => {
    const { reading, warnings } = readDeal({ starts_at: value });
    expect(reading.startsAt).toBeUndefined();
    expect(warnings).toHaveLength(1);
  });

  it('follow the history of a zone', () => {
    expect(inZone('Europe/Moscow', '2011-07-01 12:00:00')).toEqual({ at: '2011-07-01T08:00:00.000Z' });
    expect(inZone('Europe/Moscow', '2009-01-15 12:00:00')).toEqual({ at: '2009-01-15T09:00:00.000Z' });
    expect(inZone('Asia/Almaty', '2023-06-01 12:00:00')).toEqual({ at: '2023-06-01T06:00:00.000Z' });
    expect(inZone('Asia/Almaty', '2025-06-01 12:00:00')).toEqual({ at: '2025-06-01T07:00:00.000Z' });
  });

  it('in a gap move forward', () => {
    expect(inZone('Europe/Berlin', '2026-03-29 02:30:00')).toEqual({ at: '2026-03-29T01:30:00.000Z' });
    expect(inZone('America/Sao_Paulo', '2018-11-04')).toEqual({
      at: '2018-11-04T03:00:00.000Z',
      until: '2018-11-05T02:00:00.000Z',
    });
    expect(inZone('Pacific/Apia', '2011-12-30 12:00:00')).toEqual({ at: '2011-12-30T22:00:00.000Z' });
  });

  it('of two take the earlier', () => {
    expect(inZone('Europe/Berlin', '2026-10-25 02:30:00')).toEqual({ at: '2026-10-25T00:30:00.000Z' });
    expect(inZone('Europe/Moscow', '2014-10-26 01:30:00')).toEqual({ at: '2014-10-25T21:30:00.000Z' });
  });

  it('are in the zone that the event names, and a difference is warned', () => {
    const read = (timezone: string) => readDeal({ starts_at: '2026-03-14 12:00:00' }, { salon: { timezone } });
    expect(read('Asia/Yekaterinburg')).toMatchObject({
      reading: { startsAt: { at: '2026-03-14T07:00:00.000Z' } },
      warnings: ['salon.timezone: differs_from_settings'],
    });
    expect(read('europe/moscow')).toMatchObject({
      reading: { startsAt: { at: '2026-03-14T09:00:00.000Z' } },
      warnings: [],
    });
  });

  it('may be in a zone of two names', () => {
    const named = aDealEvent({}, { salon: { timezone: 'Asia/Calcutta' } });
    expect(readEvent(named, { ...context, timezone: 'Asia/Kolkata' }).warnings).toEqual([]);
  });

  it.each(['+05:00', 'MSK+2', 'Москва', 'UTC+5', '5'])('ignore %s as a zone, and warn', (timezone) => {
    expect(readDeal({ starts_at: '2026-03-14 12:00:00' }, { salon_timezone: timezone })).toMatchObject({
      reading: { startsAt: { at: '2026-03-14T09:00:00.000Z' } },
      warnings: ['salon_timezone: unknown_timezone'],
    });
  });

  it('more than five minutes after the receive time are warned, but those of visits', () => {
    const late = { created_at: 'x', updated_at: 'x', stage_changed_at: 'x', closed_at: 'x', starts_at: 'x' };
    const at = (value: string) => Object.fromEntries(Object.keys(late).map((name) => [name, value]));
    expect(readBooking(at('2026-03-20T00:05:01Z'), { occurred_at: '2026-03-20T00:05:01Z' }).warnings).toEqual([
      'occurred_at: in_future',
      'data.created_at: in_future',
      'data.updated_at: in_future',
      'data.stage_changed_at: in_future',
      'data.closed_at: in_future',
    ]);
    expect(readBooking(at('2026-03-20T00:05:00Z'), { occurred_at: '2026-03-20T00:05:00Z' }).warnings).toEqual([]);
  });

  it('are read whatever the settings say for a zone', () => {
    expect(inZone('Nowhere/At_All', '2026-03-14 12:00:00')).toEqual({ at: '2026-03-14T12:00:00.000Z' });
  });
});
