import { describe, expect, it } from '@jest/globals';
import { inThread } from './many-schedules.ts';
import { removals } from './removals.ts';

describe('Jobs go wrong when', () => {
  it.each(Object.entries(removals))(
    '%s',
    async (removal, { most }) => {
      expect((await inThread({ first: 1, count: most, removal })).wrong).not.toEqual([]);
    },
    600_000,
  );
});
