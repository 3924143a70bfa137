import { describe, expect, it } from '@jest/globals';
import { at } from '../build/reading.ts';
import { aRequestChoice } from '../build/row.ts';
import { bookingEvent, client, dealEvent, minute, phone, requestOf } from './telling.ts';

const widget = { origin: { text: 'widget', online: true } };
const byHand = { origin: { text: 'администратор', online: false } };

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

describe('a stub', () => {
  it('is what a deletion or a cancellation alone makes of a request', () => {
    expect(requestOf(bookingEvent(2, { act: 'deleted' })).hidden).toEqual(['stub']);
    expect(requestOf(bookingEvent(2, { act: 'cancelled' })).hidden).toEqual(['stub']);
    expect(requestOf(bookingEvent(2, { act: 'deleted' }), dealEvent(3)).hidden).toEqual([]);
    expect(requestOf(bookingEvent(2, { act: 'deleted', createdAt: at(minute(1)) })).hidden).toEqual([]);
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
