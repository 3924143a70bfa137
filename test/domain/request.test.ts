import { describe, expect, it } from '@jest/globals';
import { fold } from '../../lib/domain/fold.ts';
import type { SetRow } from '../../lib/model/event-set.ts';
import type { Client } from '../../lib/model/reading.ts';
import type { FoldedRequest } from '../../lib/model/records.ts';
import { at } from '../build/reading.ts';
import { aRequestChoice } from '../build/row.ts';
import { bookingEvent, bookingSet, dealEvent, dealSet, minute, requestOf } from './telling.ts';
import { without } from '../build/without.ts';

const phone = (e164: string) => ({ shown: e164, e164 });
const client = (over: Partial<Client>): Client => ({ phones: [], emails: [], ...over });
const widget = { origin: { text: 'widget', online: true } };
const byHand = { origin: { text: 'администратор', online: false } };

/** The request of the deal's own set. */
function dealRequest(...rows: SetRow[]): FoldedRequest | undefined {
  return fold(dealSet, rows).request;
}

describe('which request an event speaks on', () => {
  it('a deal event alone makes a request of the deal', () => {
    const request = dealRequest(dealEvent(1, { createdAt: at(minute(0)), ...widget }));
    expect(request).toMatchObject({ extId: '771904', dateTime: minute(0), hidden: [] });
  });

  it('the request of the deal is superseded as soon as one of its events names a booking', () => {
    const naming = dealEvent(2, { bookingIds: ['558213'] });
    expect(dealRequest(dealEvent(1), naming)?.hidden).toEqual(['superseded']);
    expect(dealRequest(dealEvent(1), bookingEvent(2, { dealId: '771904' }))?.hidden).toEqual(['superseded']);
  });

  it('is superseded even by an event that came while requests were off', () => {
    const naming = without(dealEvent(2, { bookingIds: ['558213'] }), 'request');
    expect(dealRequest(dealEvent(1), naming)?.hidden).toEqual(['superseded']);
  });

  it('a booking event that names a deal makes no second request there', () => {
    expect(dealRequest(bookingEvent(1, { dealId: '771904' }))).toBeUndefined();
  });

  it('a booking event without an id of its own speaks on the request of the deal that it names', () => {
    const reading = without(bookingEvent(1, { dealId: '771904', ...widget }).reading, 'bookingId');
    expect(dealRequest({ ...bookingEvent(1), reading })?.hidden).toEqual([]);
  });

  it('events that came while requests were off speak on none', () => {
    const row = without(dealEvent(1), 'request');
    expect(dealRequest(row)).toBeUndefined();
  });

  it('a deal event that a booking was given speaks on the request of the booking', () => {
    expect(requestOf(dealEvent(1, { bookingIds: ['558213'] })).extId).toBe('558213');
  });
});

describe('what a deal event says on a request', () => {
  it('is client, session, utm, click ids, page, origin and creation', () => {
    const request = requestOf(
      bookingEvent(2),
      dealEvent(1, {
        client: client({ name: 'Екатерина', phones: [phone('+79161234567')], emails: ['a@b.ru'] }),
        session: '14783260762',
        utm: { source: 'yandex' },
        clickIds: { yclid: '1' },
        pageUrl: 'https://p/',
        origin: { text: 'widget', online: true },
        createdAt: at(minute(0)),
      }),
    );
    expect(request).toMatchObject({
      name: 'Екатерина',
      phone: '+79161234567',
      email: 'a@b.ru',
      visitorSessionId: '14783260762',
      utm: { source: 'yandex' },
      clickIds: { yclid: '1' },
      pageUrl: 'https://p/',
      origin: 'widget',
      dateTime: minute(0),
    });
  });

  it('is never comment, amount, services, tags or custom fields', () => {
    const said = {
      comment: 'Хочу к Анне',
      amount: 350000,
      services: [{ id: '17' }],
      userFields: [{ id: 'promo', value: 'МАРТ10' }],
      referrer: 'https://yandex.ru/',
      startsAt: at('2026-03-20T12:00:00.000Z'),
      staff: { id: '77' },
    };
    const salon = dealEvent(9, { ...said, comment: 'Скидка', amount: 1, services: [{ id: '9' }], userFields: [] });
    const bookings = {
      message: 'Хочу к Анне',
      amount: 350000,
      services: [{ id: '17' }],
      userFields: [{ id: 'promo', value: 'МАРТ10' }],
      referrer: 'https://yandex.ru/',
      startsAt: '2026-03-20T12:00:00.000Z',
      staff: { id: '77' },
    };
    expect(requestOf(bookingEvent(1, said), salon)).toMatchObject(bookings);
    expect(requestOf(bookingEvent(1), dealEvent(9, said))).toMatchObject({ services: [], userFields: [] });
    expect(requestOf(bookingEvent(1), dealEvent(9, said))).not.toHaveProperty('message');
    expect(requestOf(bookingEvent(1), dealEvent(9, said))).not.toHaveProperty('amount');
  });
});

describe('whether a request counts', () => {
  const widgetOnly = { request: aRequestChoice({ requestsFrom: 'widget' }) };

  it('once any of its events said an online origin', () => {
    const rows = [
      bookingEvent(1, byHand, widgetOnly),
      dealEvent(2, widget, widgetOnly),
      bookingEvent(3, byHand, widgetOnly),
    ];
    expect(requestOf(...rows).hidden).toEqual([]);
  });

  it('once any of its events brought a session', () => {
    expect(requestOf(bookingEvent(1, byHand), bookingEvent(2, { session: '1' })).hidden).toEqual([]);
  });

  it('else not, if any said another origin', () => {
    expect(requestOf(bookingEvent(1, byHand), bookingEvent(2)).hidden).toEqual(['not_from_widget']);
    expect(requestOf(bookingEvent(1), dealEvent(2, byHand)).hidden).toEqual(['not_from_widget']);
  });

  it('else by the choice requestsFrom', () => {
    expect(requestOf(bookingEvent(1)).hidden).toEqual([]);
    expect(requestOf(bookingEvent(1, {}, widgetOnly)).hidden).toEqual(['origin_unknown']);
  });

  it('by the choice of the smallest settings version, whatever the switch says now', () => {
    const now = bookingEvent(1, {}, { request: aRequestChoice({ version: 2, requestsFrom: 'widget' }) });
    expect(requestOf(now, bookingEvent(2)).hidden).toEqual([]);
  });
});

describe('the status of a booking', () => {
  const status = (...rows: SetRow[]) => requestOf(...rows).bookingStatus;

  it('is the last that a booking event said', () => {
    expect(status(bookingEvent(1, { status: 'confirmed' }), bookingEvent(2, { status: 'came' }), bookingEvent(3))).toBe(
      'came',
    );
  });

  it('is cancelled by an event of that name', () => {
    expect(status(bookingEvent(1, { status: 'came' }), bookingEvent(2, { act: 'cancelled' }))).toBe('cancelled');
  });

  it('is deleted while deleted folds to yes, and comes back', () => {
    const deletion = bookingEvent(2, { act: 'deleted' });
    expect(status(bookingEvent(1, { status: 'came' }), deletion)).toBe('deleted');
    expect(status(bookingEvent(1, { status: 'came' }), deletion, bookingEvent(3, { status: 'paid' }))).toBe('deleted');
    expect(status(bookingEvent(1, { status: 'came' }), deletion, bookingEvent(3, { deleted: false }))).toBe('came');
    expect(status(bookingEvent(1, { deleted: true }))).toBe('deleted');
  });

  it('is deleted by a deletion of the deal', () => {
    expect(status(bookingEvent(1, { status: 'came' }), dealEvent(2, { act: 'deleted' }))).toBe('deleted');
  });

  it('is left to the stage of the deal when no booking event said one', () => {
    const request = requestOf(
      bookingEvent(1),
      dealEvent(2, { status: 'paid', stage: { id: '40' }, pipeline: { id: '1', name: 'Записи' } }),
    );
    expect(request.bookingStatus).toBeUndefined();
    expect(request).toMatchObject({ stageStatus: 'paid', stage: { id: '40' }, senderPipeline: { id: '1' } });
  });

  it('never hides a request: it was a real enquiry', () => {
    expect(requestOf(bookingEvent(1, widget), bookingEvent(2, { act: 'deleted' })).hidden).toEqual([]);
  });

  it('makes a stub of a deletion alone', () => {
    expect(requestOf(bookingEvent(2, { act: 'deleted' })).hidden).toEqual(['stub']);
  });
});

describe('the time of a request', () => {
  it('is the smallest creation that a booking event said', () => {
    const rows = [
      bookingEvent(1, { createdAt: at(minute(-5)) }),
      bookingEvent(2, { createdAt: at(minute(-7)) }),
      dealEvent(3, { createdAt: at(minute(-9)) }),
    ];
    expect(requestOf(...rows).dateTime).toBe(minute(-7));
  });

  it('is else the smallest that a deal event said, else the smallest version', () => {
    expect(requestOf(bookingEvent(1), dealEvent(3, { createdAt: at(minute(2)) })).dateTime).toBe(minute(2));
    expect(requestOf(bookingEvent(4), dealEvent(3)).dateTime).toBe(minute(3));
  });
});

describe('attribution', () => {
  const row = (over: Parameters<typeof aRequestChoice>[0], reading = {}) =>
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

it('a booking and its deal are one request and one deal, in either order', () => {
  const booking = bookingEvent(1, { dealId: '771904', comment: 'Хочу к Анне' });
  const deal = dealEvent(2, { bookingIds: ['558213'], comment: 'Скидка' });
  for (const rows of [
    [booking, deal],
    [deal, booking],
  ]) {
    expect(fold(bookingSet, rows).request).toMatchObject({ message: 'Хочу к Анне', hidden: [] });
    expect(fold(dealSet, rows).deal).toMatchObject({ comments: 'Скидка', hidden: [] });
    expect(fold(dealSet, rows).request?.hidden).toEqual(['superseded']);
  }
});
