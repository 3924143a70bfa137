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

describe('A list that is asked for a period', () => {
  it.each([
    [{ to: '0000-00-00' }, { to: 'invalid' }],
    [{ from: '2026-02-30' }, { from: 'invalid' }],
    [{ from: '0000-00-00', to: '0000-00-00' }, { from: 'invalid' }],
    [{ from: '2026-03-02', to: '2026-03-02' }, { to: 'not_after_from' }],
  ])('says what is wrong with %j', (asked, fields) => {
    expect(periodOf(asked, 'Europe/Moscow', now)).toEqual({ error: 'invalid_request', fields });
  });

  it.each(['0000-01-01', '0001-01-01', '9999-12-31'])('takes a last day as far as %s', (to) => {
    expect(periodOf({ to }, 'Europe/Moscow', now)).not.toHaveProperty('error');
  });
});
