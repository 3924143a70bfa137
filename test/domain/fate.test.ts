import { describe, expect, it } from '@jest/globals';
import { fateOf } from '../../lib/domain/fate.ts';
import { deciding } from '../build/settings.ts';

const deal = { kind: 'deal' as const, salonIds: ['1042'], salonLogins: [] };
const booking = { kind: 'booking' as const, salonIds: ['1042'], salonLogins: [] };
const go = { outcome: 'go' };
const notApplicable = { outcome: 'not_applicable' };
const ignored = (reason: string) => ({ outcome: 'ignored', reason });

describe('what settings let through', () => {
  it('a deal event makes a deal and speaks on a request when both are on', () => {
    expect(fateOf(deciding(), deal)).toEqual({ deal: go, request: go });
  });

  it('a booking event speaks on a request; a deal is no business of it', () => {
    expect(fateOf(deciding(), booking)).toEqual({ deal: notApplicable, request: go });
  });

  it('a deal event with deals off speaks on a request only', () => {
    expect(fateOf(deciding({ sendDeals: false }), deal)).toEqual({ deal: ignored('deals_disabled'), request: go });
  });

  it('a deal event with requests off makes a deal only', () => {
    expect(fateOf(deciding({ sendRequests: false }), deal)).toEqual({
      deal: go,
      request: ignored('requests_disabled'),
    });
  });

  it('a booking with requests off is ignored as requests_disabled', () => {
    expect(fateOf(deciding({ sendRequests: false }), booking)).toEqual({
      reason: 'requests_disabled',
      deal: notApplicable,
      request: ignored('requests_disabled'),
    });
  });

  it('a deal with both off is ignored as deals_disabled', () => {
    expect(fateOf(deciding({ sendRequests: false, sendDeals: false }), deal)).toEqual({
      reason: 'deals_disabled',
      deal: ignored('deals_disabled'),
      request: ignored('requests_disabled'),
    });
  });

  it('an event without a known kind is an unknown_event', () => {
    expect(fateOf(deciding(), { salonIds: [], salonLogins: [] })).toEqual({
      reason: 'unknown_event',
      deal: ignored('unknown_event'),
      request: ignored('unknown_event'),
    });
  });

  it('asks first whether the salon is active, then whether it is this salon, then for the kind', () => {
    const off = deciding({ isActive: false });
    const stranger = { salonIds: ['7'], salonLogins: [] };
    expect(fateOf(off, stranger).reason).toBe('integration_inactive');
    expect(fateOf(deciding(), stranger).reason).toBe('other_salon');
    expect(fateOf(deciding({ sendRequests: false }), { ...stranger, kind: 'booking' }).reason).toBe('other_salon');
  });

  it.each([
    ['nothing', [], [], undefined],
    ['the id', [' 1042 '], [], undefined],
    ['the login in another case', [], [' MSC_Myata_ARBAT '], undefined],
    ['our id beside another login', ['1042'], ['else'], undefined],
    ['another id beside our login', ['7'], ['msc_myata_arbat'], undefined],
    ['another id', ['7'], [], 'other_salon'],
    ['another login', [], ['else'], 'other_salon'],
    ['another id and another login', ['7'], ['else'], 'other_salon'],
  ])('a body that names %s', (_, salonIds, salonLogins, reason) => {
    expect(fateOf(deciding(), { kind: 'deal', salonIds, salonLogins }).reason).toBe(reason);
  });
});
