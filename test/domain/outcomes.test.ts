import { describe, expect, it } from '@jest/globals';
import { fold } from '../../lib/domain/fold.ts';
import { outcomesOf } from '../../lib/domain/outcomes.ts';
import { aRequestChoice } from '../build/row.ts';
import { bookingEvent, bookingSet, dealEvent, dealSet } from './telling.ts';

const go = { outcome: 'go' } as const;
const both = { deal: go, request: go };
const done = { outcome: 'done' };
const ignored = (reason: string) => ({ outcome: 'ignored', reason });
const noId = { outcome: 'failed', reason: 'no_id' };
const byHand = { origin: { online: false } };
const unknown = { request: aRequestChoice({ requestsFrom: 'widget' }) };

describe('what became of an event', () => {
  it('is done for a deal and a request that counts', () => {
    expect(outcomesOf(both, [fold(dealSet, [dealEvent(1)])])).toEqual({ deal: done, request: done });
  });

  it('is ignored for a request that does not count, with the reason', () => {
    const bookings = { deal: { outcome: 'not_applicable' }, request: go } as const;
    expect(outcomesOf(bookings, [fold(bookingSet, [bookingEvent(1, byHand)])]).request).toEqual(
      ignored('not_from_widget'),
    );
    expect(outcomesOf(bookings, [fold(bookingSet, [bookingEvent(1, {}, unknown)])]).request).toEqual(
      ignored('origin_unknown'),
    );
  });

  it('is done if one of its requests counts', () => {
    const counted = fold(bookingSet, [bookingEvent(1)]);
    const uncounted = fold(bookingSet, [bookingEvent(1, byHand)]);
    expect(outcomesOf(both, [uncounted, counted]).request).toEqual(done);
  });

  it('does not ask a superseded request when there are others', () => {
    const deal = fold(dealSet, [dealEvent(1, { bookingIds: ['558213'] })]);
    const uncounted = fold(bookingSet, [bookingEvent(1, byHand)]);
    expect(outcomesOf(both, [deal, uncounted])).toEqual({ deal: done, request: ignored('not_from_widget') });
    expect(outcomesOf(both, [deal]).request).toEqual(done);
  });

  it('is failed where no set could be told by an id', () => {
    expect(outcomesOf(both, [])).toEqual({ deal: noId, request: noId });
    expect(outcomesOf(both, [fold(bookingSet, [dealEvent(1)])])).toEqual({ deal: noId, request: done });
  });

  it('is what the settings said of a half that is off', () => {
    const off = { deal: { outcome: 'ignored', reason: 'deals_disabled' }, request: go } as const;
    expect(outcomesOf(off, [fold(bookingSet, [bookingEvent(1)])])).toEqual({
      deal: ignored('deals_disabled'),
      request: done,
    });
  });
});
