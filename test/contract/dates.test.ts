import { describe, expect, it } from '@jest/globals';
import { aboutBooking, aboutDeal, ofBooking, ofDeal, readOf } from './read.ts';

const visit = (starts_at: unknown) => ofBooking({ starts_at }).startsAt?.at;

describe('a date without an offset is a time of the salon’s zone', () => {
  it.each([
    ['05.12.2026', '2026-12-04T21:00:00.000Z'],
    ['5.12.2026', '2026-12-04T21:00:00.000Z'],
    ['5-12-2026', '2026-12-04T21:00:00.000Z'],
    ['2026-12-05', '2026-12-04T21:00:00.000Z'],
    ['2026/12/05', '2026-12-04T21:00:00.000Z'],
    ['2026.12.05', '2026-12-04T21:00:00.000Z'],
    ['05.12.2026 09:05', '2026-12-05T06:05:00.000Z'],
    ['5.12.2026 9:05', '2026-12-05T06:05:00.000Z'],
    ['05.12.2026, 09:05', '2026-12-05T06:05:00.000Z'],
    ['05.12.2026,09:05:10', '2026-12-05T06:05:10.000Z'],
    ['05.12.2026T09:05', '2026-12-05T06:05:00.000Z'],
    ['2026/12/05T9:05:01', '2026-12-05T06:05:01.000Z'],
    ['05-12-2026 09:05', '2026-12-05T06:05:00.000Z'],
    ['2026/12/05 09:05:00', '2026-12-05T06:05:00.000Z'],
    ['2026.12.05 09:05', '2026-12-05T06:05:00.000Z'],
    ['2026-12-05T09:05', '2026-12-05T06:05:00.000Z'],
    ['2026-12-05T9:05:07', '2026-12-05T06:05:07.000Z'],
    ['2026-12-05 09:05:07.123456', '2026-12-05T06:05:07.123Z'],
    ['  2026-12-05   09:05 ', '2026-12-05T06:05:00.000Z'],
  ])('%j', (text, instant) => {
    expect(visit(text)).toBe(instant);
  });
});

describe('a date with an offset is that instant', () => {
  it.each([
    ['2026-12-05T09:05:00+03:00', '2026-12-05T06:05:00.000Z'],
    ['2026-12-05T09:05:00+0300', '2026-12-05T06:05:00.000Z'],
    ['2026-12-05T09:05:00+03', '2026-12-05T06:05:00.000Z'],
    ['2026-12-05T09:05:00-05:30', '2026-12-05T14:35:00.000Z'],
    ['2026-12-05T09:05:00Z', '2026-12-05T09:05:00.000Z'],
    ['2026-12-05 09:05:00 Z', '2026-12-05T09:05:00.000Z'],
    ['2026-12-05 09:05:00 +0500', '2026-12-05T04:05:00.000Z'],
    ['2026-12-05T09:05:00.500+03:00', '2026-12-05T06:05:00.500Z'],
    ['05.12.2026 09:05 +05:00', '2026-12-05T04:05:00.000Z'],
    ['Sat, 05 Dec 2026 09:05:00 +0300', '2026-12-05T06:05:00.000Z'],
    ['Sat, 5 Dec 2026 09:05 +0300', '2026-12-05T06:05:00.000Z'],
    ['5 Dec 2026 09:05:00 GMT', '2026-12-05T09:05:00.000Z'],
  ])('%j', (text, instant) => {
    expect(visit(text)).toBe(instant);
  });

  it.each<[unknown, string]>([
    [1796461500, '2026-12-05T09:05:00.000Z'],
    ['1796461500', '2026-12-05T09:05:00.000Z'],
    [1796461500123, '2026-12-05T09:05:00.123Z'],
    ['1796461500.5', '2026-12-05T09:05:00.500Z'],
  ])('%j is unix seconds, or milliseconds', (number, instant) => {
    expect(visit(number)).toBe(instant);
  });

  it.each([
    [{ date: '2026-12-05 09:05:00.000000', timezone_type: 3, timezone: 'Europe/Moscow' }, '2026-12-05T06:05:00.000Z'],
    [
      { date: '2026-12-05 09:05:00.000000', timezone_type: 3, timezone: 'Asia/Novosibirsk' },
      '2026-12-05T02:05:00.000Z',
    ],
    [{ date: '2026-12-05 09:05:00.000000', timezone_type: 1, timezone: '+05:00' }, '2026-12-05T04:05:00.000Z'],
    [{ date: '2026-12-05 09:05:00.000000', timezone_type: 3, timezone: 'UTC' }, '2026-12-05T09:05:00.000Z'],
    [{ date: '2026-12-05 09:05:00.000000', timezone_type: 2, timezone: 'Z' }, '2026-12-05T09:05:00.000Z'],
    [{ date: '2026-12-05 09:05:00.000000', timezone_type: 1, timezone: '+05' }, '2026-12-05T04:05:00.000Z'],
  ])('%j is PHP’s date object', (object, instant) => {
    expect(visit(object)).toBe(instant);
    expect(visit(JSON.stringify(object))).toBe(instant);
    expect(aboutBooking({ starts_at: object })).toMatchObject({ warnings: [], unknownPaths: [] });
  });
});

describe('the zone', () => {
  const inZone = (timezone: string, around: object, text: string) =>
    readOf({ event: 'booking.updated', ...around, data: { id: 5, starts_at: text } }, { timezone });

  it('is that of the body, else that of the settings', () => {
    expect(inZone('Asia/Omsk', {}, '2026-12-05 09:00').reading.startsAt?.at).toBe('2026-12-05T03:00:00.000Z');
    const named = inZone('Asia/Omsk', { salon: { id: 1042, timezone: 'Asia/Vladivostok' } }, '2026-12-05 09:00');
    expect(named.reading.startsAt?.at).toBe('2026-12-04T23:00:00.000Z');
    expect(named.warnings).toEqual([expect.stringMatching(/^salon\.timezone: /)]);
    expect(inZone('Asia/Omsk', { salon: { timezone: 'Asia/Omsk' } }, '2026-12-05 09:00').warnings).toEqual([]);
  });

  it.each(['Moscow', '+03:00', 'MSK+3', 'Europe/Atlantis', '3'])(
    '%s of a body is no IANA name: ignored and warned',
    (timezone) => {
      const { reading, warnings } = inZone('Europe/Moscow', { salon: { id: 1042, timezone } }, '2026-12-05 09:00');
      expect(reading.startsAt?.at).toBe('2026-12-05T06:00:00.000Z');
      expect(warnings).toEqual([expect.stringMatching(/^salon\.timezone: /)]);
    },
  );

  it('has its history', () => {
    expect(visit('2010-07-01 12:00')).toBe('2010-07-01T08:00:00.000Z');
    expect(visit('2012-01-01 12:00')).toBe('2012-01-01T08:00:00.000Z');
    expect(visit('2015-01-01 12:00')).toBe('2015-01-01T09:00:00.000Z');
  });

  it('in a gap moves forward, of two takes the earlier', () => {
    const berlin = (text: string) => inZone('Europe/Berlin', {}, text).reading.startsAt?.at;
    expect(berlin('2026-03-29 02:30')).toBe('2026-03-29T01:30:00.000Z');
    expect(berlin('2026-10-25 02:30')).toBe('2026-10-25T00:30:00.000Z');
    const cairo = inZone('Africa/Cairo', {}, '2023-04-28').reading.startsAt?.at;
    expect(cairo).toBe('2023-04-27T22:00:00.000Z');
  });
});

describe('what is no date', () => {
  it.each(['', null, '0000-00-00', '0000-00-00 00:00:00', '1970-01-01', '31.12.1999', 0, '0'])(
    '%j is absent',
    (text) => {
      expect(aboutDeal({ closed_at: text })).toEqual(aboutDeal());
    },
  );

  it.each([
    '05/30/2025',
    '05.12.25',
    '25-12-05',
    '2026-13-05',
    '31.02.2026',
    '2026-12-05 25:00',
    'завтра',
    'Saturday',
    '2026-12',
    true,
  ])('%j is absent and warned', (text) => {
    const { reading, warnings } = aboutDeal({ closed_at: text });
    expect(reading.closedAt).toBeUndefined();
    expect(warnings).toEqual([expect.stringMatching(/^data\.closed_at: /)]);
  });
});

describe('a time later than the receive time', () => {
  it.each(['occurred_at', 'created_at', 'updated_at', 'stage_changed_at', 'closed_at'])(
    'by more than 5 minutes is warned in %s',
    (name) => {
      expect(aboutDeal({ [name]: '2026-11-26T12:04:59Z' }).warnings).toEqual([]);
      expect(aboutDeal({ [name]: '2026-11-26T12:05:01Z' }).warnings).toEqual([
        expect.stringMatching(new RegExp(`^data\\.${name}: `)),
      ]);
    },
  );

  it('is no fault of a visit, which is in the future', () => {
    expect(aboutBooking({ starts_at: '2027-06-01 10:00' })).toMatchObject({
      reading: { startsAt: { at: '2027-06-01T07:00:00.000Z' } },
      warnings: [],
    });
  });

  it('is read alike under all its names', () => {
    expect(ofDeal({ created_at: '20.11.2026 10:00:00', updated_at: 1795000000 })).toMatchObject({
      createdAt: { at: '2026-11-20T07:00:00.000Z' },
      updatedAt: { at: new Date(1795000000_000).toISOString() },
    });
  });
});
