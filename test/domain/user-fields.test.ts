import { describe, expect, it } from '@jest/globals';
import { dealEvent, dealOf } from './telling.ts';

describe('custom fields', () => {
  it('are folded one by one, each property as last said', () => {
    const deal = dealOf(
      dealEvent(1, {
        userFields: [
          { id: 'master', name: 'Мастер', value: 'Анна' },
          { id: 'count', name: 'Кол-во', type: 'numeric', value: '2' },
        ],
      }),
      dealEvent(2, { userFields: [{ id: 'master', value: 'Ирина' }] }),
    );
    expect(deal.userFields).toEqual([
      { id: 'count', name: 'Кол-во', type: 'numeric', value: '2' },
      { id: 'master', name: 'Мастер', value: 'Ирина' },
    ]);
  });

  it('are known by id, else by lower-cased name', () => {
    const deal = dealOf(
      dealEvent(1, { userFields: [{ name: 'Промокод', value: 'МАРТ10' }] }),
      dealEvent(2, { userFields: [{ name: 'ПРОМОКОД', value: 'МАРТ20' }] }),
    );
    expect(deal.userFields).toEqual([{ id: 'промокод', name: 'ПРОМОКОД', value: 'МАРТ20' }]);
  });

  it('null clears a value, an absent one says nothing', () => {
    const said = dealEvent(1, { userFields: [{ id: 'promo', name: 'Промокод', value: 'МАРТ10' }] });
    expect(dealOf(said, dealEvent(2, { userFields: [{ id: 'promo', value: null }] })).userFields).toEqual([
      { id: 'promo', name: 'Промокод' },
    ]);
    expect(dealOf(said, dealEvent(2, { userFields: [{ id: 'promo' }] })).userFields).toEqual([
      { id: 'promo', name: 'Промокод', value: 'МАРТ10' },
    ]);
  });

  it('may be called __proto__', () => {
    expect(dealOf(dealEvent(1, { userFields: [{ id: '__proto__', value: 'x' }] })).userFields).toEqual([
      { id: '__proto__', value: 'x' },
    ]);
  });

  it('are at most 200, those with the smallest keys, the rest warned', () => {
    const fields = Array.from({ length: 201 }, (_, i) => ({ id: String(1000 + i), value: 'x' }));
    const deal = dealOf(dealEvent(1, { userFields: fields.toReversed() }));
    expect(deal.userFields).toEqual(fields.slice(0, 200));
    expect(deal.warnings).toEqual(['custom_fields: cut']);
  });

  it('are together at most 150 KB of UTF-8', () => {
    const letters = 'я'.repeat(1000);
    const fields = Array.from({ length: 150 }, (_, i) => ({ id: String(1000 + i), value: letters }));
    const deal = dealOf(dealEvent(1, { userFields: fields }));
    // 2,004 bytes each: 76 are 152,304, the 77th would pass 153,600.
    expect(deal.userFields).toHaveLength(76);
    expect(deal.warnings).toEqual(['custom_fields: cut']);
  });

  describe.each([
    // 603 bytes each: 200 are 120,600.
    ['200 of 300', 'x'.repeat(600), 200],
    // 1,203 bytes each: 127 are 152,781, the 128th would pass 153,600.
    ['150 KB of 300', 'я'.repeat(600), 127],
  ])('%s, those with the smallest keys,', (_, value, kept) => {
    const fields = Array.from({ length: 300 }, (_, i) => ({ id: String(100 + i), value }));

    it.each([
      ['in order', fields],
      ['the other way round', fields.toReversed()],
      ['from the middle', [...fields.slice(150), ...fields.slice(0, 150)]],
    ])('are kept of one event that lists them %s', (_, said) => {
      const deal = dealOf(dealEvent(1, { userFields: said }));
      expect(deal.userFields).toEqual(fields.slice(0, kept));
      expect(deal.warnings).toEqual(['custom_fields: cut']);
    });

    it.each([1, 7, 100])('are kept over events of %d fields each, whichever came first', (size) => {
      const events = Array.from({ length: Math.ceil(300 / size) }, (_, n) =>
        dealEvent(n, { userFields: fields.slice(n * size, (n + 1) * size) }),
      );
      expect(dealOf(...events).userFields).toEqual(fields.slice(0, kept));
      expect(dealOf(...events.toReversed()).userFields).toEqual(fields.slice(0, kept));
    });
  });
});
