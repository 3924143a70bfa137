import { describe, expect, it } from '@jest/globals';
import { at } from '../build/reading.ts';
import { aDealChoice } from '../build/row.ts';
import { bookingEvent, client, dealEvent, dealFold, dealOf, minute } from './telling.ts';

const off = { deal: undefined as never };

describe('fields of a deal', () => {
  it('take the value of the last event that speaks of them', () => {
    const deal = dealOf(
      dealEvent(1, { name: 'Стрижка', amount: 300000, cost: 500, manager: { id: '12', name: 'Ольга' } }),
      dealEvent(2, { amount: 350000, paidAmount: 100000 }),
      dealEvent(3, { paidAmount: 0 }),
    );
    expect(deal).toMatchObject({
      name: 'Стрижка',
      revenue: 350000,
      paidAmount: 0,
      cost: 500,
      manager: { id: '12', name: 'Ольга' },
      modifiedDateTime: minute(3),
    });
  });

  it('are those of deal events only', () => {
    expect(dealOf(dealEvent(1, { comment: 'salon' }), bookingEvent(2, { comment: 'client' })).comments).toBe('salon');
    expect(dealFold([bookingEvent(1)]).deal.record).toBeUndefined();
  });

  it('are those of events that came while deals were on', () => {
    expect(dealOf(dealEvent(1, { amount: 100 }), dealEvent(2, { amount: 200 }, off)).revenue).toBe(100);
    expect(dealFold([dealEvent(1, {}, off)]).deal.record).toBeUndefined();
  });

  it('are read from the best delivery of an event, once one came while deals were on', () => {
    const before = dealEvent(1, { amount: 100, updatedAt: at(minute(30)) }, off);
    const after = { ...dealEvent(1, { amount: 100, updatedAt: at(minute(30)) }), receivedAt: minute(20) };
    expect(dealOf(before, after)).toMatchObject({ revenue: 100, modifiedDateTime: minute(1) });
  });

  it('say nothing by an absent comment; null clears it', () => {
    expect(dealOf(dealEvent(1, { comment: 'Скидка' }), dealEvent(2)).comments).toBe('Скидка');
    expect(dealOf(dealEvent(1, { comment: 'Скидка' }), dealEvent(2, { comment: null })).comments).toBeUndefined();
    expect(dealOf(dealEvent(2, { comment: 'Скидка' }), dealEvent(1, { comment: null })).comments).toBe('Скидка');
  });

  it('have the currency said last, else that of the choice', () => {
    expect(dealOf(dealEvent(1, {}, { deal: aDealChoice({ currency: 'KZT' }) })).currency).toBe('KZT');
    expect(dealOf(dealEvent(1, { currency: 'USD' }), dealEvent(2)).currency).toBe('USD');
  });
});

describe('tags and services', () => {
  const tag = (id: string) => ({ id, name: id });

  it('are replaced whole by the last list', () => {
    const deal = dealOf(
      dealEvent(1, { tags: [tag('vip'), tag('new')], services: [{ id: '1' }, { id: '2' }] }),
      dealEvent(2, { tags: [tag('old')], services: [{ id: '3' }] }),
      dealEvent(3),
    );
    expect(deal.tags).toEqual([tag('old')]);
    expect(deal.services).toEqual([{ id: '3' }]);
  });

  it('[] clears tags, and says nothing of services', () => {
    const deal = dealOf(
      dealEvent(1, { tags: [tag('vip')], services: [{ id: '1' }] }),
      dealEvent(2, { tags: [], services: [] }),
    );
    expect(deal.tags).toEqual([]);
    expect(deal.services).toEqual([{ id: '1' }]);
  });

  it('are at most 100, the rest warned', () => {
    const many = Array.from({ length: 101 }, (_, i) => ({ id: String(i) }));
    const deal = dealOf(dealEvent(1, { tags: many, services: many }));
    expect(deal.tags).toEqual(many.slice(0, 100));
    expect(deal.services).toHaveLength(100);
    expect(deal.warnings).toEqual(['services: cut', 'tags: cut']);
  });

  it('have at most 32 KB of JSON each, the rest warned', () => {
    // 21 + 1,020 bytes each, and a comma: 31 are 32,303 with their brackets, the 32nd would pass 32,768.
    const many = Array.from({ length: 40 }, (_, i) => ({ id: String(10 + i), name: '😀'.repeat(255) }));
    const deal = dealOf(dealEvent(1, { tags: many, services: many }));
    expect(deal.tags).toEqual(many.slice(0, 31));
    expect(deal.services).toEqual(many.slice(0, 31));
    expect(deal.warnings).toEqual(['services: cut', 'tags: cut']);
    expect(dealOf(dealEvent(1, { tags: many.slice(0, 31) })).warnings).toEqual([]);
  });
});

describe('times of a deal', () => {
  it('createdDateTime is the smallest said', () => {
    const said = [dealEvent(1, { createdAt: at(minute(-30)) }), dealEvent(2, { createdAt: at(minute(-40)) })];
    expect(dealOf(...said, dealEvent(-50)).createdDateTime).toBe(minute(-40));
  });

  it('createdDateTime is the smallest version when none was said', () => {
    expect(dealOf(dealEvent(2), dealEvent(1)).createdDateTime).toBe(minute(1));
  });

  it('a creation and a closing ahead of the receive time are clamped to it', () => {
    const future = at('2027-01-01T00:00:00.000Z');
    const deal = dealOf(dealEvent(1, { createdAt: future, closedAt: future, stage: { name: 'Оплачено' } }));
    expect(deal).toMatchObject({ createdDateTime: minute(1), closedDateTime: minute(1) });
    expect(deal.warnings).toEqual(['created_at: clamped', 'closed_at: clamped']);
  });
});

describe('a stub', () => {
  it.each([
    ['an update', { act: 'updated' as const }],
    ['a creation', { act: 'created' as const }],
    ['a client', { act: 'deleted' as const, client: client({ name: 'Марина' }) }],
    ['a creation time', { act: 'deleted' as const, createdAt: at(minute(0)) }],
  ])('is what a deletion alone makes, until there is %s', (_, said) => {
    const deletion = dealEvent(1, { act: 'deleted' });
    expect(dealOf(deletion).hidden).toEqual(['deleted', 'stub']);
    expect(dealOf(deletion, dealEvent(0, said)).hidden).toEqual(['deleted']);
  });
});

describe('booking ids', () => {
  it('only grow', () => {
    const deal = dealOf(dealEvent(1, { bookingIds: ['2', '1'] }), dealEvent(2, { bookingIds: ['3'] }), dealEvent(3));
    expect(deal.bookingIds).toEqual(['1', '2', '3']);
  });

  it('are at most 50, the smallest, the rest warned', () => {
    const ids = (from: number) => Array.from({ length: 30 }, (_, i) => String(from + i));
    const deal = dealOf(dealEvent(1, { bookingIds: ids(130) }), dealEvent(2, { bookingIds: ids(100) }));
    expect(deal.bookingIds).toHaveLength(50);
    expect(deal.bookingIds.at(-1)).toBe('149');
    expect(deal.warnings).toEqual(['booking_ids: cut']);
  });

  it('are the smallest of one event, too, the rest warned', () => {
    const bookingIds = Array.from({ length: 60 }, (_, i) => String(159 - i));
    const deal = dealOf(dealEvent(1, { bookingIds }));
    expect(deal.bookingIds).toEqual(Array.from({ length: 50 }, (_, i) => String(100 + i)));
    expect(deal.warnings).toEqual(['booking_ids: cut']);
  });
});

describe('evidence of a deal', () => {
  it('is that of the first event that has it, each piece by itself', () => {
    const deal = dealOf(
      dealEvent(3, { session: '3', utm: { source: 'vk' }, referrer: 'https://c/', pageUrl: 'https://p/3' }),
      dealEvent(2, { session: '2', clickIds: { yclid: '22' } }),
      dealEvent(1, { utm: { source: 'yandex', medium: 'cpc' } }),
    );
    expect(deal).toMatchObject({
      visitorSessionId: '2',
      utm: { source: 'yandex', medium: 'cpc' },
      clickIds: { yclid: '22' },
      referrer: 'https://c/',
      pageUrl: 'https://p/3',
    });
  });
});
