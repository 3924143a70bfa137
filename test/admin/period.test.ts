import { describe, expect, it } from '@jest/globals';
import { periodOf } from '../../lib/flow/admin/period.ts';

const now = new Date('2026-03-20T12:00:00.000Z');

describe('A list that is not asked for a first day', () => {
  it.each([
    ['today', {}, 'Europe/Moscow', '2026-02-18T21:00:00.000Z'],
    ['today where it is tomorrow', {}, 'Pacific/Auckland', '2026-02-19T11:00:00.000Z'],
    ['the day before a date that is not in it', { to: '2026-03-10' }, 'Europe/Moscow', '2026-02-07T21:00:00.000Z'],
    ['today when it goes on', { to: '2026-04-10' }, 'Europe/Moscow', '2026-02-18T21:00:00.000Z'],
    ['today when the clocks were changed in between', {}, 'America/New_York', '2026-02-19T05:00:00.000Z'],
  ])('begins with the midnight of the 30 days that end with %s', (_, asked, zone, from) => {
    expect(periodOf(asked, zone, now)).toMatchObject({ from });
  });
});
