import { describe, it, expect } from '@jest/globals';
import fc from 'fast-check';
import { pack } from '../../lib/queue/pack.ts';

const sized = (...all: number[]) => all.map((bytes) => ({ bytes }));
const sizes = (batches: { bytes: number }[][]) => batches.map((batch) => batch.map(({ bytes }) => bytes));

describe('pack', () => {
  it('puts at most ten entries into a call', () => {
    expect(pack(sized(...Array<number>(21).fill(1))).map((batch) => batch.length)).toEqual([10, 10, 1]);
  });

  it('fills a call up to 262,144 bytes and not one more', () => {
    expect(sizes(pack(sized(262_143, 1, 1)))).toEqual([[262_143, 1], [1]]);
  });

  it('packs nothing into no call', () => {
    expect(pack([])).toEqual([]);
  });

  it('keeps every entry, in order, within both limits, whatever the sizes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 262_144 }), { maxLength: 60 }), (all) => {
        const batches = sizes(pack(sized(...all)));
        expect(batches.flat()).toEqual(all);
        for (const batch of batches) {
          expect(batch.length).toBeLessThanOrEqual(10);
          expect(batch.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(262_144);
        }
      }),
    );
  });
});
