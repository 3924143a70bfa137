import fc from 'fast-check';
import { expect } from '@jest/globals';
import { canonicalJson } from '../../lib/model/json.ts';

/** Fixed, so that a red run is a change of the code. */
export const seed = 20260317;

/** Commutative, associative, idempotent. */
export function expectJoin<T>(any: fc.Arbitrary<T>, join: (a: T, b: T) => T, numRuns = 200): void {
  const same = (one: T, other: T) => {
    expect(canonicalJson(one)).toBe(canonicalJson(other));
  };
  fc.assert(
    fc.property(any, any, any, (a, b, c) => {
      same(join(a, b), join(b, a));
      same(join(join(a, b), c), join(a, join(b, c)));
      same(join(a, a), a);
    }),
    { numRuns, seed },
  );
}
