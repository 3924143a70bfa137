import { describe, expect, it } from '@jest/globals';
import { foldVersion } from '../../lib/model/records.ts';
import { aReading } from '../build/reading.ts';
import { aDealChoice } from '../build/row.ts';
import { bookingEvent, bookingFold, dealEvent, dealFold, minute } from './telling.ts';

const ofThisVersion = new RegExp(`^${foldVersion}:`);
const row = dealEvent(1);
const naming = dealEvent(1, { bookingIds: ['558213'] });

describe('the digest of a deal', () => {
  const digest = (...rows: (typeof row)[]) => dealFold(rows).deal.digest;

  it('starts with the version of the fold', () => {
    expect(digest(row)).toMatch(ofThisVersion);
  });

  it.each([
    ['event id', { eventId: 'other' }],
    ['receive time', { receivedAt: minute(2) }],
    ['replay number', { replay: 1 }],
    ['reader version', { readerVersion: 2 }],
    ['settings version', { deal: aDealChoice({ version: 2 }) }],
    ['reading', { reading: aReading({ name: 'other' }) }],
    ['warnings', { warnings: ['data.amount: not_money'] }],
  ])('differs by the %s of a row', (_, over) => {
    expect(digest({ ...row, ...over })).not.toBe(digest(row));
  });

  it('differs by a repeat, even when the view does not', () => {
    const again = { ...row, receivedAt: minute(2) };
    expect(digest(row, again)).not.toBe(digest(row));
    expect(dealFold([row, again]).deal.record).toEqual(dealFold([row]).deal.record);
  });
});

describe('the digest of a request', () => {
  it('starts with the version of the fold', () => {
    expect(bookingFold([bookingEvent(1)]).digest).toMatch(ofThisVersion);
    expect(dealFold([row]).request.digest).toMatch(ofThisVersion);
  });

  it('of a booking covers its own rows and those of the deals that speak on it', () => {
    const alone = bookingFold([bookingEvent(1)]).digest;
    expect(bookingFold([bookingEvent(1), bookingEvent(2)]).digest).not.toBe(alone);
    expect(bookingFold([bookingEvent(1), naming]).digest).not.toBe(alone);
    const replayed = { ...naming, replay: 1 };
    expect(bookingFold([bookingEvent(1), replayed]).digest).not.toBe(bookingFold([bookingEvent(1), naming]).digest);
  });

  it('of a booking differs when a deal was cut, though the rows are the same', () => {
    const rows = [bookingEvent(1), naming];
    expect(bookingFold(rows, { cut: true }).digest).not.toBe(bookingFold(rows).digest);
  });

  it('of a booking differs when a deal was passed, though the rows are the same', () => {
    const rows = [bookingEvent(1)];
    const passed = bookingFold(rows, { passed: ['771904'] }).digest;
    expect(passed).not.toBe(bookingFold(rows).digest);
    expect(bookingFold(rows, { passed: ['771904', '771905'] }).digest).not.toBe(passed);
  });

  it('of a deal that gave way stays the same whatever comes, but for replays', () => {
    const digest = (...rows: (typeof row)[]) => dealFold(rows).request.digest;
    const superseded = digest(naming);
    expect(digest(naming, dealEvent(2, { amount: 5 }), dealEvent(3))).toBe(superseded);
    const replayed = { ...dealEvent(2), replay: 1 };
    expect(digest(naming, replayed)).not.toBe(superseded);
    expect(digest(naming, { ...replayed, replay: 2 })).not.toBe(digest(naming, replayed));
    expect(digest(naming, { ...replayed, readerVersion: 2 })).not.toBe(digest(naming, replayed));
    expect(digest(naming, { ...replayed, receivedAt: minute(9) })).not.toBe(digest(naming, replayed));
  });

  it('of a deal differs when it gives way, and when it is back for having too many bookings', () => {
    const own = dealFold([naming, row], { many: 'open' }).request.digest;
    expect(dealFold([row]).request.digest).not.toBe(dealFold([naming]).request.digest);
    expect(own).not.toBe(dealFold([naming, row]).request.digest);
    expect(dealFold([row], { many: 'open' }).request.digest).not.toBe(dealFold([row]).request.digest);
  });
});
