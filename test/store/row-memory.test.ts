import { describe, expect, it } from '@jest/globals';
import { rowMemory } from '../../lib/store/row-memory.ts';
import { aRow } from '../build/row.ts';

/** A reader of rows that counts what it has to read; `units` is the size of each. */
function counting(units: number) {
  const reads: string[] = [];
  const rowOf = rowMemory(({ rev }) => {
    reads.push(rev);
    return { row: aRow({ eventId: rev }), units };
  });
  return { reads, read: (rev: string) => rowOf({ pk: 'p', sk: 's', rev }).eventId };
}

describe('rows that were read before', () => {
  it('are not read again while their revision is the same', () => {
    const { reads, read } = counting(10);
    expect([read('a'), read('a'), read('b'), read('a')]).toEqual(['a', 'a', 'b', 'a']);
    expect(reads).toEqual(['a', 'b']);
  });

  it('are forgotten beyond two million units of text, the longest unused first', () => {
    const { reads, read } = counting(500_000);
    for (const rev of ['a', 'b', 'c', 'd', 'a', 'e']) read(rev);
    reads.length = 0;
    for (const rev of ['a', 'c', 'd', 'e', 'b']) read(rev);
    expect(reads).toEqual(['b']);
  });

  it('are read though one alone is larger than all that may be remembered', () => {
    const { reads, read } = counting(3_000_000);
    expect([read('a'), read('a')]).toEqual(['a', 'a']);
    expect(reads).toEqual(['a', 'a']);
  });
});
