import { describe, expect, it } from '@jest/globals';
import { readEvent } from '../../lib/profsalon/read-event.ts';
import { asDecoded, context, decoded, readBooking, readDeal } from '../build/event.ts';

const session = '14783260762';

describe('evidence beside the object', () => {
  it.each<[object, object]>([
    [{ session_id: session }, { session }],
    [{ session: { visitor_session_id: session, visitor_id: 1 } }, { session }],
    [{ comagic_session: `10640054782.${session}.1777012999` }, { session }],
    [{ utm: { utm_source: 'ya', medium: 'cpc' } }, { utm: { source: 'ya', medium: 'cpc' } }],
    [{ utm_source: 'ya', utm_campaign: 'x' }, { utm: { source: 'ya', campaign: 'x' } }],
    [{ yclid: 1, gclid: 'g', ym_client_id: 2 }, { clickIds: { yclid: '1', gclid: 'g', ymClientId: '2' } }],
    [{ page_url: 'https://a.ru/' }, { pageUrl: 'https://a.ru/' }],
    [{ referrer: 'https://b.ru/' }, { referrer: 'https://b.ru/' }],
  ])('is read from %j', (around, evidence) => {
    const dealt = { v: 1, kind: 'deal', act: 'updated', dealId: '771904', ...evidence };
    expect(readDeal({}, around)).toEqual({ reading: dealt, warnings: [], unknownPaths: [] });
    const booked = { v: 1, kind: 'booking', act: 'updated', bookingId: '558213', ...evidence };
    expect(readBooking({}, around)).toEqual({ reading: booked, warnings: [], unknownPaths: [] });
  });

  it('gives way to that of the object', () => {
    const around = {
      session: 5,
      utm: { source: 'vk', term: 't' },
      yclid: 1,
      page_url: 'https://top.ru/',
      referrer: 'https://top.ru/',
    };
    const own = { session_id: 6, utm_source: 'ya', yclid: 2, page_url: 'https://own.ru/', referrer: 'https://own.ru/' };
    expect(readDeal(own, around).reading).toMatchObject({
      session: '6',
      utm: { source: 'ya' },
      clickIds: { yclid: '2' },
      pageUrl: 'https://own.ru/',
      referrer: 'https://own.ru/',
    });
    expect(readDeal(own, around).reading.utm).toEqual({ source: 'ya' });
  });

  it('stands where that of the object is empty or of no use', () => {
    const around = { session: session, utm: { source: 'vk' }, page_url: 'https://top.ru/' };
    expect(readDeal({ session: '0', utm: {}, page_url: '' }, around)).toMatchObject({
      reading: { session, utm: { source: 'vk' }, pageUrl: 'https://top.ru/' },
      warnings: [],
    });
  });

  it('that is of no use is warned, and what is unknown inside it is named', () => {
    expect(readDeal({}, { session: 'abc', utm: { source: 'vk', foo: 1 } })).toMatchObject({
      warnings: ['session: not_a_session'],
      unknownPaths: ['utm.foo'],
    });
  });

  it('is that of each event of a list', () => {
    const event = asDecoded({ session_id: session, event: 'booking.created', id: 5 });
    expect(readEvent(event, context).reading).toMatchObject({ bookingId: '5', session });
  });

  it('of a form stays with its data', () => {
    const body = `event=booking.created&data=${encodeURIComponent('{"id":5}')}&session_id=${session}&utm_source=ya`;
    const result = decoded(body);
    if (!result.ok) throw new Error(result.reason);
    expect(readEvent(result.events[0]!, context)).toEqual({
      reading: { v: 1, kind: 'booking', act: 'created', bookingId: '5', session, utm: { source: 'ya' } },
      warnings: [],
      unknownPaths: [],
    });
  });
});
