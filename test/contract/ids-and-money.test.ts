import { describe, expect, it } from '@jest/globals';
import { aboutBooking, aboutDeal, ofBooking, ofDeal, readOf } from './read.ts';

const idOf = (id: unknown) => readOf({ event: 'deal.updated', data: { id } }).reading.dealId;

describe('an id', () => {
  it.each<[unknown, string]>([
    [771904, '771904'],
    ['771904', '771904'],
    [' 771904 ', '771904'],
    ['\t771904\n', '771904'],
    ['771904.0', '771904'],
    ['771904.000', '771904'],
    ['0771904', '0771904'],
    ['1.5', '1.5'],
    ['a-17_Б', 'a-17_Б'],
    ['-5', '-5'],
    ['90071992547409931234', '90071992547409931234'],
    ['7\u200b71904\ufeff', '771904'],
    ['a&amp;b', 'a&b'],
  ])('%j is the text %j: trimmed, without a zero fraction, never a number', (id, expected) => {
    expect(idOf(id)).toBe(expected);
  });

  it.each([[''], [null], ['0'], [0], ['0.0'], ['  '], ['\u200b']])('is none: %j', (id) => {
    expect(idOf(id)).toBeUndefined();
  });

  it('has at most 200 code points, else it is none', () => {
    expect(idOf('x'.repeat(200))).toBe('x'.repeat(200));
    expect(idOf('😀'.repeat(200))).toBe('😀'.repeat(200));
    expect(idOf('x'.repeat(201))).toBeUndefined();
    expect(aboutDeal({ id: 'x'.repeat(201) }).warnings).toHaveLength(1);
  });

  it('is the same wherever it stands', () => {
    expect(
      ofBooking({ deal_id: ' 9001.0 ', client: { id: 61 }, staff: { id: '77.0' }, services: [{ id: 17 }] }),
    ).toMatchObject({
      dealId: '9001',
      client: { id: '61' },
      staff: { id: '77' },
      services: [{ id: '17' }],
    });
    expect(ofDeal({ booking_ids: ['7.0', 8, '0', '', null] }).bookingIds).toEqual(['7', '8']);
    expect(ofDeal({ stage: { id: 0, name: 'Новая' } }).stage).toEqual({ name: 'Новая' });
  });
});

describe('money', () => {
  it.each<[unknown, number]>([
    [3500, 350_000],
    [3500.5, 350_050],
    ['3500.00', 350_000],
    ['3500,5', 350_050],
    ['3 500,00', 350_000],
    ['3\u00a0500,00', 350_000],
    ['3\u202f500,00', 350_000],
    ['1 234 567.89', 123_456_789],
    ['3.500,00', 350_000],
    ['1.234.567,89', 123_456_789],
    ['3,500.00', 350_000],
    ['1,234,567.89', 123_456_789],
    ['1.234.567', 123_456_700],
    ['12,345', 1_234_500],
    ['12.345', 1235],
    [',89', 89],
    ['.5', 50],
    ['5,', 500],
    ['1 800 ₽', 180_000],
    ['1800₽', 180_000],
    ['1800 руб.', 180_000],
    ['1800 руб', 180_000],
    ['2 500,50 рублей', 250_050],
    ['1490 р.', 149_000],
    ['1490р', 149_000],
    ['1490 РУБ.', 149_000],
    ['+15', 1500],
    [' 100 ', 10_000],
    [0, 0],
    ['0,00', 0],
  ])('%j is %d kopecks', (amount, kopecks) => {
    expect(aboutDeal({ amount })).toMatchObject({ reading: { amount: kopecks }, warnings: [] });
  });

  it.each<[string, number]>([
    ['277.199999999999989', 27_720],
    ['0.005', 1],
    ['0.0049999999999999999', 0],
    ['1.005', 101],
    ['99.994999', 9999],
    ['1e3', 100_000],
    ['12345e-3', 1235],
  ])('%s is rounded half up on the digits as written: %d', (amount, kopecks) => {
    expect(ofDeal({ amount }).amount).toBe(kopecks);
  });

  it.each<[unknown, number]>([
    [{ amount: 100, currency: 'RUB' }, 10_000],
    [{ amount: '1 800,00' }, 180_000],
    [{ value: 5 }, 500],
    [{ Amount: 5, Currency: 'rub' }, 500],
  ])('may be %j', (amount, kopecks) => {
    expect(ofDeal({ amount }).amount).toBe(kopecks);
  });

  it('may be a JSON text of a sum with its currency', () => {
    const amount = '{"amount":"1 800,50","currency":"KZT"}';
    expect(ofDeal({ amount })).toMatchObject({ amount: 180_050, currency: 'KZT' });
    expect(ofDeal({ cost: amount }).cost).toBe(180_050);
    expect(ofBooking({ services: [{ name: 'Уход', price: amount }] }).services).toEqual([
      { name: 'Уход', price: 180_050 },
    ]);
  });

  it('brings its currency along', () => {
    expect(ofDeal({ amount: { amount: 5, currency: 'KZT' } }).currency).toBe('KZT');
    expect(ofDeal({ amount: { amount: 5, currency: 'KZT' }, currency: 'USD' }).currency).toBe('USD');
  });

  it.each(['', null, '  '])('%j is absent, which is not zero', (amount) => {
    expect(aboutDeal({ amount })).toEqual(aboutDeal());
    expect(ofBooking({ services: [{ id: 1, price: amount }] }).services).toEqual([{ id: '1' }]);
  });

  it.each([
    'NaN',
    'Infinity',
    '-Infinity',
    -5,
    '-0.01',
    '-3 500',
    '100000000000.01',
    '1e400',
    'много',
    '12 USD',
    '1.2.3',
    '1,2,3',
    true,
  ])('%j is absent and warned', (amount) => {
    const { reading, warnings } = aboutDeal({ amount });
    expect(reading.amount).toBeUndefined();
    expect(warnings).toEqual([expect.stringMatching(/^data\.amount: /)]);
  });

  it('is at most 10^13 kopecks', () => {
    expect(ofDeal({ amount: '100000000000' }).amount).toBe(1e13);
    expect(ofDeal({ amount: '100000000001' }).amount).toBeUndefined();
  });

  it.each(['paid_amount', 'cost'])('is read alike in `%s` of a deal', (name) => {
    const field = name === 'cost' ? 'cost' : 'paidAmount';
    expect(ofDeal({ [name]: '640,50' })[field]).toBe(64_050);
    expect(aboutDeal({ [name]: -1 }).warnings).toEqual([expect.stringContaining(`data.${name}`)]);
  });

  it('is read alike in `prepaid` and the price of a service', () => {
    expect(ofBooking({ prepaid: '1 000 ₽', services: [{ id: 1, price: '3.500,00' }] })).toMatchObject({
      prepaid: 100_000,
      services: [{ price: 350_000 }],
    });
    expect(aboutBooking({ services: [{ id: 1, price: 'дорого' }] }).warnings).toHaveLength(1);
  });
});
