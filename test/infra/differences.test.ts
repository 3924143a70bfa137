import { describe, expect, it } from '@jest/globals';
import { differences } from './differences.ts';

describe('Where two stacks differ', () => {
  it('is nowhere when they are equal', () => {
    expect(differences({ a: [1, { b: 'x' }] }, { a: [1, { b: 'x' }] })).toEqual({});
  });

  it('is told by path, with what stands there in each', () => {
    expect(differences({ a: { b: [1, 2] }, c: 1 }, { a: { b: [1, 3] }, c: 1 })).toEqual({
      'a.b.1': { here: 2, there: 3 },
    });
  });

  it('is where one of them has nothing, too', () => {
    expect(differences({ a: 1 }, { b: { c: null } })).toEqual({ a: { here: 1 }, b: { there: { c: null } } });
  });

  it('is in lists of unequal lengths what the other has not', () => {
    expect(differences({ a: [1, 2, { b: 3 }] }, { a: [{ b: 3 }, 2] })).toEqual({ a: { here: [1], there: [] } });
  });
});
