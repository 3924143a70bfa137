import { describe, expect, it } from '@jest/globals';
import { foldBookingSet, foldDealSet } from '../../lib/domain/fold.ts';
import { wipedRow } from '../../lib/domain/merge-row.ts';
import { dealFields } from '../../lib/model/deal.ts';
import { hasReading } from '../../lib/store/sets.ts';
import type { SetRow } from '../../lib/model/event-set.ts';
import type { RecordFields } from '../../lib/model/record-fields.ts';
import { requestFields } from '../../lib/model/request.ts';
import { everything } from '../build/everything.ts';
import { aRow, aSetOf } from '../build/row.ts';

/** Of a record the personal fields that say something. */
function said(record: object | undefined, fields: RecordFields): string[] {
  const personal = Object.entries(record ?? {}).filter(([name]) => fields[name]?.personal === true);
  return personal.flatMap(([name, value]) => (isEmpty(value) ? [] : [name])).sort();
}

function isEmpty(value: unknown): boolean {
  return value === undefined || JSON.stringify(value) === '{}' || (Array.isArray(value) && value.length === 0);
}

const named = (fields: RecordFields) => Object.keys(fields).filter((name) => fields[name]!.personal);
const dealOf = (row: SetRow) =>
  foldDealSet({ salonKey: 'arbat', kind: 'deal', id: '771904' }, aSetOf([row])).deal.record;
const requestOf = (row: SetRow) =>
  foldBookingSet(
    { salonKey: 'arbat', kind: 'booking', id: '558213' },
    { own: aSetOf([row]), deals: [], passed: [], cut: false },
  ).record;

const contact = { key: '61', byId: true };
const deal = aRow({ reading: everything, contact });
const booking = aRow({ reading: { ...everything, kind: 'booking' }, contact });

function wiped(row: SetRow): SetRow {
  const left = wipedRow(row, [1]);
  if (!hasReading(left)) throw new Error('nothing is left of its reading');
  return left;
}

describe('A wiped row', () => {
  it('says of a deal and of a request nothing that they declare personal', () => {
    expect(said(dealOf(deal), dealFields)).toEqual(named(dealFields).sort());
    expect(said(requestOf(booking), requestFields)).toEqual(named(requestFields).sort());
    expect(said(dealOf(wiped(deal)), dealFields)).toEqual([]);
    expect(said(requestOf(wiped(booking)), requestFields)).toEqual([]);
  });

  it('keeps what was paid, when and for what', () => {
    expect(dealOf(wiped(deal))).toMatchObject({ revenue: 100, services: [{ name: 'Стрижка' }] });
  });

  it('has no name of a deal, which often is its client’s', () => {
    expect(dealOf(deal)?.name).toBe('Запись: стрижка');
    expect(dealOf(wiped(deal))).not.toHaveProperty('name');
  });
});
