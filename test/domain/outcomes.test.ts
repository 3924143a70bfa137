import { describe, expect, it } from '@jest/globals';
import { outcomesOf } from '../../lib/domain/outcomes.ts';
import { aRequestChoice } from '../build/row.ts';
import { bookingEvent, dealEvent, dealOf, requestOf } from './telling.ts';

const go = { outcome: 'go' } as const;
const both = { deal: go, request: go };
const done = { outcome: 'done' };
const ignored = (reason: string) => ({ outcome: 'ignored', reason });
const noId = { outcome: 'failed', reason: 'no_id' };
const byHand = { origin: { online: false } };
const unknown = { request: aRequestChoice({ requestsFrom: 'widget' }) };

const deal = dealOf(dealEvent(1));
const counted = requestOf(bookingEvent(1));
const writtenDown = requestOf(bookingEvent(1, byHand));
const ofUnknownOrigin = requestOf(bookingEvent(1, {}, unknown));

describe('what became of an event', () => {
  it('is done for a deal and a request that counts', () => {
    expect(outcomesOf(both, { deal, requests: [counted] })).toEqual({ deal: done, request: done });
  });

  it('is ignored for a request that does not count, with the reason', () => {
    const bookings = { deal: { outcome: 'not_applicable' }, request: go } as const;
    expect(outcomesOf(bookings, { requests: [writtenDown] }).request).toEqual(ignored('not_from_widget'));
    expect(outcomesOf(bookings, { requests: [ofUnknownOrigin] }).request).toEqual(ignored('origin_unknown'));
    expect(outcomesOf(bookings, { requests: [ofUnknownOrigin, writtenDown] }).request).toEqual(
      ignored('not_from_widget'),
    );
  });

  it('is done if one of its requests counts', () => {
    expect(outcomesOf(both, { deal, requests: [writtenDown, counted] }).request).toEqual(done);
  });

  it('is failed where no set could be told by an id', () => {
    expect(outcomesOf(both, { requests: [] })).toEqual({ deal: noId, request: noId });
    expect(outcomesOf(both, { requests: [counted] })).toEqual({ deal: noId, request: done });
  });

  it('is what the settings said of a half that is off', () => {
    const off = { deal: { outcome: 'ignored', reason: 'deals_disabled' }, request: go } as const;
    expect(outcomesOf(off, { deal, requests: [counted] })).toEqual({ deal: ignored('deals_disabled'), request: done });
  });
});
