import { describe, expect, it } from '@jest/globals';
import { instantOf } from '../../web/parts/local-time.ts';

describe('A local time', () => {
  it.each([
    ['Europe/Moscow', '2026-01-15T10:30', '2026-01-15T07:30:00.000Z'],
    ['Europe/Berlin', '2026-03-29T01:30', '2026-03-29T00:30:00.000Z'],
    ['Europe/Berlin', '2026-03-29T03:30', '2026-03-29T01:30:00.000Z'],
    ['Europe/Berlin', '2026-10-25T01:30', '2026-10-24T23:30:00.000Z'],
    ['Europe/Berlin', '2026-10-25T04:30', '2026-10-25T03:30:00.000Z'],
    ['America/New_York', '2026-03-08T05:00', '2026-03-08T09:00:00.000Z'],
    ['Asia/Kathmandu', '2026-03-14T00:00', '2026-03-13T18:15:00.000Z'],
  ])('in %s, %s, is an instant', (zone, local, instant) => {
    expect(instantOf(local, zone)).toBe(instant);
  });

  it.each(['', '2026-03-14', '0202-03-14T10:00', '12026-03-14T10:00', '2026-13-14T10:00', 'yesterday'])(
    'is none: %j',
    (local) => {
      expect(instantOf(local, 'Europe/Moscow')).toBeUndefined();
    },
  );
});
