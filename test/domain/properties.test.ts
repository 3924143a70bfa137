import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { contactRecordOf, mergeContact } from '../../lib/domain/contact.ts';
import { fold } from '../../lib/domain/fold.ts';
import { addsNothing, mergeRow } from '../../lib/domain/merge-row.ts';
import { mergeReference, referencesOf } from '../../lib/domain/references.ts';
import type { SetRow } from '../../lib/model/event-set.ts';
import { aDealChoice } from '../build/row.ts';
import { anyRow } from './any-row.ts';
import { bookingSet, dealSet, minute } from './telling.ts';

/** Fixed, so that a red run is a change of the code. */
const seed = 20260317;

const sets = fc.constantFrom(dealSet, bookingSet);
const someRows = fc.array(anyRow(), { minLength: 1, maxLength: 8 });

/** Commutative, associative, idempotent. */
function isJoin<T>(any: fc.Arbitrary<T>, join: (a: T, b: T) => T): void {
  fc.assert(
    fc.property(any, any, any, (a, b, c) => {
      expect(join(a, b)).toEqual(join(b, a));
      expect(join(join(a, b), c)).toEqual(join(a, join(b, c)));
      expect(join(a, a)).toEqual(a);
    }),
    { numRuns: 200, seed },
  );
}

describe('a fold', () => {
  it('is independent of the order of rows and of repeats', () => {
    const shuffled = someRows.chain((rows) =>
      fc
        .shuffledSubarray([...rows, ...rows], { minLength: rows.length * 2 })
        .map((again) => [rows, again] satisfies [SetRow[], SetRow[]]),
    );
    fc.assert(
      fc.property(sets, shuffled, (set, [rows, again]) => {
        expect(fold(set, again)).toEqual(fold(set, rows));
      }),
      { numRuns: 200, seed },
    );
  });

  it('is the same of rows that were merged before', () => {
    const one = { eventId: 'a', receivedAt: minute(8) };
    fc.assert(
      fc.property(sets, anyRow(one), anyRow(one), someRows, (set, a, b, rows) => {
        expect(fold(set, [...rows, a, b])).toEqual(fold(set, [...rows, mergeRow(a, b)]));
      }),
      { numRuns: 150, seed },
    );
  });

  it('never takes back a record, nor a supersession, by further events', () => {
    const further = fc.array(fc.oneof(anyRow({ eventId: 'd' }), anyRow({ eventId: 'e' })));
    fc.assert(
      fc.property(sets, someRows, further, (set, rows, more) => {
        const [before, after] = [fold(set, rows), fold(set, [...rows, ...more])];
        if (before.deal) expect(after.deal).toBeDefined();
        if (before.request) expect(after.request).toBeDefined();
        if (before.request?.hidden.includes('superseded')) expect(after.request?.hidden).toContain('superseded');
      }),
      { numRuns: 150, seed },
    );
  });

  it('makes the same records without a row that adds nothing', () => {
    const ofEvent = fc.array(anyRow({ eventId: 'a' }), { minLength: 2, maxLength: 4 });
    const ofOthers = fc.oneof(anyRow({ eventId: 'b' }), anyRow({ eventId: 'c' }));
    let superfluous = 0;
    fc.assert(
      fc.property(sets, ofEvent, fc.array(ofOthers, { maxLength: 6 }), (set, [first, ...rest], others) => {
        // What is read of one event is nearly always the same.
        const stored = rest.map((row) => ({ ...row, reading: first!.reading }));
        if (!addsNothing(stored, first!)) return;
        superfluous += 1;
        const { deal, request } = fold(set, [...stored, ...others]);
        const again = fold(set, [...stored, ...others, first!]);
        expect([again.deal, again.request]).toEqual([deal, request]);
      }),
      { numRuns: 800, seed },
    );
    expect(superfluous).toBeGreaterThan(50);
  });
});

describe('a merge is a join', () => {
  it('of rows of one delivery', () => {
    isJoin(anyRow({ eventId: 'a', receivedAt: minute(8) }), mergeRow);
  });

  it('of mentions of a stage, manager or field', () => {
    const mention = anyRow().map((row) => {
      const reading = { ...row.reading, manager: { ...row.reading.manager, id: '12' } };
      return referencesOf({ ...row, deal: aDealChoice(), reading }).find(({ kind }) => kind === 'manager')!;
    });
    isJoin(mention, mergeReference);
  });

  it('of contacts', () => {
    const contact = anyRow().map((row) => contactRecordOf({ ...row, contact: { key: '90311', byId: true } })!);
    isJoin(contact, mergeContact);
  });
});
