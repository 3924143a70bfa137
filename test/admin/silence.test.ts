import { describe, expect, it } from '@jest/globals';
import { quietness } from '../../lib/flow/admin/salon-silence.ts';

const now = new Date('2026-03-20T12:00:00.000Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000).toISOString();
const salon = { isActive: true, createdAt: hoursAgo(2000) };

describe('a salon is silent', () => {
  it.each<[string, number[], boolean]>([
    ['not with an event an hour ago', [1, 2, 3], false],
    ['not after 48 hours exactly', [48, 49, 50], false],
    ['after more than 48 hours, when events come by the hour', [49, 50, 51], true],
    ['not after 60 hours, when events come every other day', [60, 108, 156], false],
    ['after more than three times that', [145, 193, 241], true],
    ['not by one long gap among short ones', [47, 500, 501, 502], false],
    ['after 48 hours with a single event', [49], true],
    ['when it never sent any', [], true],
  ])('%s', (_title, hours, silent) => {
    expect(quietness(salon, hours.map(hoursAgo), now).silent).toBe(silent);
  });

  it('not in its first two days, and not while it is switched off', () => {
    expect(quietness({ ...salon, createdAt: hoursAgo(47) }, [], now).silent).toBe(false);
    expect(quietness({ ...salon, isActive: false }, [], now).silent).toBe(false);
  });
});
