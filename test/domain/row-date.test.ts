import { describe, expect, it } from '@jest/globals';
import { rowDate } from '../../lib/domain/row-date.ts';
import type { Reading } from '../../lib/model/reading.ts';
import { aReading, at } from '../build/reading.ts';
import { without } from '../build/without.ts';

const now = new Date('2026-11-27T12:00:00.000Z');
const timeless = without(aReading(), 'updatedAt');
const dateOf = (over: Partial<Reading>) => rowDate({ ...timeless, ...over }, now);

const createdAt = at('2026-03-17T08:00:00.000Z');
const closedAt = at('2026-03-19T08:00:00.000Z');
const stageChangedAt = at('2026-03-18T08:00:00.000Z');
const updatedAt = at('2026-03-16T08:00:00.000Z');

describe('the date of a row', () => {
  it('is its change, else the latest of what it says has happened', () => {
    expect(dateOf({ updatedAt, createdAt, closedAt })).toEqual({ at: updatedAt.at, changed: false });
    expect(dateOf({ createdAt, stageChangedAt, closedAt })).toEqual({ at: closedAt.at, changed: true });
    expect(dateOf({ createdAt, stageChangedAt })).toEqual({ at: stageChangedAt.at, changed: true });
    expect(dateOf({ createdAt })).toEqual({ at: createdAt.at, changed: false });
    expect(dateOf({ startsAt: createdAt, occurredAt: createdAt })).toEqual({ fault: 'no_date' });
  });

  it('of a day alone is the latest of what the row says of that day', () => {
    const day = at('2026-03-17T00:00:00.000Z', '2026-03-18T00:00:00.000Z');
    expect(dateOf({ updatedAt: day, createdAt, closedAt })).toEqual({ at: createdAt.at, changed: false });
    expect(dateOf({ updatedAt: day, closedAt: at('2026-03-18T00:00:00.000Z') })).toMatchObject({ at: day.at });
    expect(dateOf({ createdAt: day })).toEqual({ at: day.at, changed: false });
  });

  it('of a day alone that is today is nothing that is still to come', () => {
    const today = at('2026-11-27T00:00:00.000Z', '2026-11-28T00:00:00.000Z');
    const ahead = at('2026-11-27T18:00:00.000Z');
    expect(dateOf({ updatedAt: today, createdAt, closedAt: ahead })).toEqual({ at: today.at, changed: false });
  });

  it.each([
    ['three years ago exactly', '2023-11-27T12:00:00.000Z', { at: '2023-11-27T12:00:00.000Z', changed: false }],
    ['a moment before', '2023-11-27T11:59:59.999Z', { fault: 'too_old' }],
    ['this moment', '2026-11-27T12:00:00.000Z', { at: '2026-11-27T12:00:00.000Z', changed: false }],
    ['a moment ahead', '2026-11-27T12:00:00.001Z', { fault: 'in_future' }],
  ])('lies within three years and now: %s', (_when, said, found) => {
    expect(dateOf({ updatedAt: at(said), createdAt })).toEqual(found);
  });
});
