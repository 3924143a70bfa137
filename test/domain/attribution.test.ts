import { describe, expect, it } from '@jest/globals';
import type { RequestChoice } from '../../lib/model/event-set.ts';
import { bookingEvent, client, phone, requestOf } from './telling.ts';

describe('attribution', () => {
  const row = (over: Partial<RequestChoice>, reading = {}) =>
    bookingEvent(1, reading, {
      request: { version: 1, requestsFrom: 'any', attributeTo: 'campaign', currency: 'RUB', ...over },
    });

  it('is the session that an event brought', () => {
    expect(requestOf(row({ defaultCampaignId: '5' }, { session: '14783260762' }))).toMatchObject({
      visitorSessionId: '14783260762',
      attribution: { step: 'session', reason: 'visitor_session' },
    });
    expect(requestOf(row({ defaultCampaignId: '5' }, { session: '14783260762' }))).not.toHaveProperty('campaignId');
  });

  it('is else the default campaign', () => {
    expect(requestOf(row({ defaultCampaignId: '5' }))).toMatchObject({
      campaignId: '5',
      attribution: { step: 'default', reason: 'default_campaign' },
    });
  });

  it('has the site of the default with "no campaign" only: a campaign has its own', () => {
    expect(requestOf(row({ defaultCampaignId: '-1', defaultSiteId: '8' }))).toMatchObject({
      campaignId: '-1',
      siteId: '8',
    });
    expect(requestOf(row({ defaultCampaignId: '5', defaultSiteId: '8' }))).not.toHaveProperty('siteId');
  });

  it('is else the default source and site', () => {
    const choice = { attributeTo: 'source' as const, defaultCampaignId: '5', defaultSourceId: '6', defaultSiteId: '7' };
    expect(requestOf(row(choice))).toMatchObject({
      sourceId: '6',
      siteId: '7',
      attribution: { step: 'default', reason: 'default_source' },
    });
    expect(requestOf(row(choice))).not.toHaveProperty('campaignId');
  });

  it.each([
    ['no default', {}],
    ['no campaign, without a site', { defaultCampaignId: '-1' }],
    ['a source without a site', { attributeTo: 'source' as const, defaultSourceId: '6' }],
  ])('is none by %s', (_, choice) => {
    expect(requestOf(row(choice)).attribution).toEqual({ step: 'none', reason: 'no_default' });
  });

  it('marks a request whose phones are none that could be called, without an e-mail', () => {
    for (const shown of ['нет', '+79000000000', '112']) {
      const unusable = client({ phones: [{ shown }] });
      expect(requestOf(row({}, { client: unusable })).noContact).toBe(true);
      expect(requestOf(row({}, { client: { ...unusable, emails: ['a@b.ru'] } })).noContact).toBe(false);
      const called = client({ phones: [{ shown }, phone('+79161234567')] });
      expect(requestOf(row({}, { client: called })).noContact).toBe(false);
    }
  });

  it('marks no request with a phone that could be called, though fifty others are kept', () => {
    const typed = Array.from({ length: 50 }, (_, i) => ({ shown: `(${100 + i})` }));
    expect(requestOf(row({}, { client: client({ phones: [...typed, phone('+79161234567')] }) })).noContact).toBe(false);
  });

  it('marks a request without phone and e-mail', () => {
    expect(requestOf(row({})).noContact).toBe(true);
    expect(requestOf(row({}, { client: client({ name: 'Марина' }) })).noContact).toBe(true);
    expect(requestOf(row({}, { client: client({ phones: [phone('+79161234567')] }) })).noContact).toBe(false);
    expect(requestOf(row({}, { client: client({ emails: ['a@b.ru'] }) })).noContact).toBe(false);
  });
});
