import { describe, expect, it } from '@jest/globals';
import { at } from '../build/reading.ts';
import { bookingEvent, client, dealEvent, dealOf, minute, phone, requestOf } from './telling.ts';

const warned = (...warnings: string[]) => ({ warnings });
const unread = { contactUnread: true } as const;
const reached = client({ phones: [phone('+79161110001')] });

describe('the warnings of a record', () => {
  it('are those of its events, each once, with those of its fold', () => {
    const deal = dealOf(
      dealEvent(1, {}, warned('data.amount: not_money')),
      dealEvent(2, {}, warned('data.amount: not_money', 'data.x: not_read')),
      dealEvent(3, { createdAt: at('2027-01-01T00:00:00.000Z'), act: 'deleted' }),
      dealEvent(4, { amount: 1 }),
    );
    expect(deal.warnings).toEqual([
      'data.amount: not_money',
      'data.x: not_read',
      'created_at: clamped',
      'updated_after_deletion',
    ]);
  });

  it('are of a request those of its booking and of the deals that speak on it', () => {
    const request = requestOf(
      bookingEvent(1, {}, warned('data.starts_at: not_date')),
      dealEvent(2, {}, warned('data.amount: not_money')),
    );
    expect(request.warnings).toEqual(['data.starts_at: not_date', 'data.amount: not_money']);
  });

  it('are those of the deliveries that count: of the best reading of an event', () => {
    const first = dealEvent(1, {}, warned('data.amount: not_money'));
    const replayed = { ...dealEvent(1), replay: 1, receivedAt: minute(9) };
    expect(dealOf(first, replayed).warnings).toEqual([]);
  });

  it('are at most 50 of events', () => {
    const events = Array.from({ length: 60 }, (_, n) => dealEvent(n, {}, warned(`data.f${n}: not_read`)));
    expect(dealOf(...events).warnings).toHaveLength(50);
    expect(dealOf(...events, dealEvent(90, { act: 'deleted' }), dealEvent(91, { amount: 1 })).warnings).toContain(
      'updated_after_deletion',
    );
  });
});

describe('a contact that stood where nobody read', () => {
  it('is warned while the record has neither phone nor e-mail', () => {
    expect(dealOf(dealEvent(1, {}, unread)).warnings).toEqual(['contact_unread']);
    expect(requestOf(bookingEvent(1, {}, unread)).warnings).toEqual(['contact_unread']);
    expect(requestOf(bookingEvent(1), dealEvent(2, {}, unread)).warnings).toEqual(['contact_unread']);
  });

  it('is no longer warned once an event brought a phone or an e-mail, whichever came first', () => {
    expect(dealOf(dealEvent(1, {}, unread), dealEvent(2, { client: reached })).warnings).toEqual([]);
    expect(dealOf(dealEvent(1, { client: client({ emails: ['a@b.ru'] }) }), dealEvent(2, {}, unread)).warnings).toEqual(
      [],
    );
    expect(requestOf(bookingEvent(1, {}, unread), dealEvent(2, { client: reached })).warnings).toEqual([]);
  });

  it('is warned when the person that the record is about now has none', () => {
    const first = dealEvent(1, { client: { ...reached, id: '61' } }, unread);
    expect(dealOf(first, dealEvent(2, { client: client({ id: '63', name: 'Ольга' }) })).warnings).toEqual([
      'contact_unread',
    ]);
  });

  it('is not warned where no event says so', () => {
    expect(dealOf(dealEvent(1)).warnings).toEqual([]);
  });
});
