import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { contactRecordOf, mergeContact } from '../../lib/domain/contact.ts';
import { addsNothing, mergeRow } from '../../lib/domain/merge-row.ts';
import { mergeReference, referencesOf } from '../../lib/domain/references.ts';
import type { SetRow } from '../../lib/model/event-set.ts';
import { present } from '../../lib/model/present.ts';
import { aReading } from '../build/reading.ts';
import { aDealChoice } from '../build/row.ts';
import { anyRow } from './any-row.ts';
import { expectJoin, seed } from './is-join.ts';
import { bookingFold, dealFold, minute } from './telling.ts';

const someRows = fc.array(anyRow(), { minLength: 1, maxLength: 8 });

/** What rows make: as those of a deal, and as those of a booking and its deals. */
function recordsOf(rows: SetRow[]) {
  const { deal, request } = dealFold(rows);
  return { deal: deal.record, own: request.record, booking: bookingFold(rows).record };
}

describe('a fold', () => {
  it('is independent of the order of rows and of repeats', () => {
    const shuffled = someRows.chain((rows) =>
      fc
        .shuffledSubarray([...rows, ...rows], { minLength: rows.length * 2 })
        .map((again) => [rows, again] satisfies [SetRow[], SetRow[]]),
    );
    fc.assert(
      fc.property(shuffled, ([rows, again]) => {
        expect(recordsOf(again)).toEqual(recordsOf(rows));
      }),
      { numRuns: 200, seed },
    );
  });

  it('is the same of rows that were merged before', () => {
    const one = { eventId: 'a', receivedAt: minute(8) };
    fc.assert(
      fc.property(anyRow(one), anyRow(one), someRows, (a, other, rows) => {
        // Two puts into one set are of one record.
        const { kind, bookingId } = a.reading;
        const b = { ...other, reading: { ...other.reading, kind, ...present({ bookingId }) } };
        expect(dealFold([...rows, a, b]).deal.record).toEqual(dealFold([...rows, mergeRow(a, b)]).deal.record);
        expect(bookingFold([...rows, a, b]).record).toEqual(bookingFold([...rows, mergeRow(a, b)]).record);
      }),
      { numRuns: 150, seed },
    );
  });

  it('never takes back a record, nor a supersession, by further events', () => {
    const further = fc.array(fc.oneof(anyRow({ eventId: 'd' }), anyRow({ eventId: 'e' })));
    fc.assert(
      fc.property(someRows, further, (rows, more) => {
        const [before, after] = [recordsOf(rows), recordsOf([...rows, ...more])];
        if (before.deal) expect(after.deal).toBeDefined();
        if (before.own) expect(after.own).toBeDefined();
        if (before.booking) expect(after.booking).toBeDefined();
        // There are never more than three bookings here.
        if (before.own === 'superseded') expect(after.own).toBe('superseded');
      }),
      { numRuns: 150, seed },
    );
  });

  it('makes the same records without a row that adds nothing', () => {
    const ofEvent = fc.array(anyRow({ eventId: 'a' }), { minLength: 2, maxLength: 4 });
    const ofOthers = fc.oneof(anyRow({ eventId: 'b' }), anyRow({ eventId: 'c' }));
    let superfluous = 0;
    fc.assert(
      fc.property(ofEvent, fc.array(ofOthers, { maxLength: 6 }), ([first, ...rest], others) => {
        // What is read of one event is nearly always the same.
        const stored = rest.map((row) => ({ ...row, reading: first!.reading }));
        if (!addsNothing(stored, first!)) return;
        superfluous += 1;
        expect(recordsOf([...stored, ...others, first!])).toEqual(recordsOf([...stored, ...others]));
      }),
      { numRuns: 800, seed },
    );
    expect(superfluous).toBeGreaterThan(50);
  });
});

const mention = anyRow().map((row) => {
  const reading = { ...row.reading, manager: { ...row.reading.manager, id: '12' } };
  return referencesOf({ ...row, deal: aDealChoice(), reading }).find(({ kind }) => kind === 'manager')!;
});
const contact = anyRow().map((row) => contactRecordOf({ ...row, contact: { key: '90311', byId: true } })!);

describe('a merge is a join', () => {
  const ofOneDelivery = anyRow({ eventId: 'a', receivedAt: minute(8) });

  it('of rows of one delivery', () => {
    expectJoin(ofOneDelivery, mergeRow);
  });

  it('of rows of one delivery that were read alike, but for their warnings', () => {
    expectJoin(
      ofOneDelivery.map((row) => ({ ...row, reading: aReading() })),
      mergeRow,
    );
  });

  it('of mentions of a stage, manager or field', () => {
    expectJoin(mention, mergeReference);
  });

  it('of contacts', () => {
    expectJoin(contact, mergeContact);
  });
});
