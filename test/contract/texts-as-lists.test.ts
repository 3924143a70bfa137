import { describe, expect, it } from '@jest/globals';
import { aboutBooking, clientOf, ofBooking, ofDeal, type ShownClient } from './read.ts';

describe('a text where a list belongs is cut', () => {
  it.each([
    ['7407,7408', ['7407', '7408']],
    ['7407; 7408', ['7407', '7408']],
    ['7407 7408\n7409', ['7407', '7408', '7409']],
    [' 7407 ,, 7408 ', ['7407', '7408']],
    ['7407', ['7407']],
  ])('ids at , ; and blanks: %j', (booking_ids, expected) => {
    expect(ofDeal({ booking_ids }).bookingIds).toEqual(expected);
  });

  it.each([
    ['8 916 123-45-67, +7 495 111-22-33', ['+79161234567', '+74951112233']],
    ['8 916 123-45-67; 84951112233', ['+79161234567', '+74951112233']],
    ['8 916 123-45-67 / 84951112233', ['+79161234567', '+74951112233']],
  ])('phones as phones: %j', (phones, expected) => {
    expect(clientOf(ofBooking({ client: { phones } }))).toEqual({ phones: expected });
    expect(clientOf(ofBooking({ client: { phone: phones } }))).toEqual({ phones: expected });
  });

  it('e-mails as e-mails', () => {
    expect(clientOf(ofBooking({ client: { emails: 'A@b.ru, c@d.ru; e@f.ru' } }))).toEqual({
      emails: ['a@b.ru', 'c@d.ru', 'e@f.ru'],
    });
  });

  it.each([
    ['VIP, новая', ['VIP', 'новая']],
    ['VIP;новая;', ['VIP', 'новая']],
    ['постоянный клиент', ['постоянный клиент']],
    ['2025', ['2025']],
  ])('tags at , and ;: %j', (tags, expected) => {
    expect(ofDeal({ tags }).tags).toEqual(expected.map((name) => ({ name })));
  });

  it.each([
    ['Маникюр; Стрижка, укладка', [{ name: 'Маникюр' }, { name: 'Стрижка, укладка' }]],
    ['Маникюр\r\nСтрижка', [{ name: 'Маникюр' }, { name: 'Стрижка' }]],
    ['Маникюр', [{ name: 'Маникюр' }]],
    ['17,23', [{ id: '17' }, { id: '23' }]],
    ['17', [{ id: '17' }]],
  ])('services at ; and line ends, digits and commas are their ids: %j', (services, expected) => {
    expect(ofBooking({ services }).services).toEqual(expected);
  });
});

describe('an element of a list', () => {
  it('that is a word is a name, digits are an id', () => {
    expect(ofBooking({ services: ['Маникюр', 17, '23'] }).services).toEqual([
      { name: 'Маникюр' },
      { id: '17' },
      { id: '23' },
    ]);
  });

  it('that is a tag is a name, digits too', () => {
    expect(ofDeal({ tags: ['VIP', 2025, '7'] }).tags).toEqual([{ name: 'VIP' }, { name: '2025' }, { name: '7' }]);
    expect(ofDeal({ tags: [{ id: 7, name: 'VIP' }] }).tags).toEqual([{ id: '7', name: 'VIP' }]);
  });
});

describe('a word where an object belongs is its name, digits are its id', () => {
  it.each([
    [{ staff: 'Юля' }, { staff: { name: 'Юля' } }],
    [{ staff: 77 }, { staff: { id: '77' } }],
    [{ master: '77' }, { staff: { id: '77' } }],
    [{ deal: 9001 }, { dealId: '9001' }],
  ])('of a booking: %j', (data, expected) => {
    expect(ofBooking(data)).toMatchObject(expected);
  });

  it.each([
    [{ stage: 'No-show' }, { stage: { name: 'No-show' } }],
    [{ stage: 142 }, { stage: { id: '142' } }],
    [{ pipeline: 'Записи' }, { pipeline: { name: 'Записи' } }],
    [{ pipeline: '1' }, { pipeline: { id: '1' } }],
    [{ manager: 'Ольга' }, { manager: { name: 'Ольга' } }],
    [{ responsible: 12 }, { manager: { id: '12' } }],
    [{ previous_stage: 'Новая' }, { previousStage: { name: 'Новая' } }],
  ])('of a deal: %j', (data, expected) => {
    expect(ofDeal(data)).toMatchObject(expected);
  });
});

describe('a text where a person belongs', () => {
  it.each<[unknown, ShownClient]>([
    ['Анна Котова', { name: 'Анна Котова' }],
    ['61', { id: '61' }],
    [61, { id: '61' }],
    ['1234567890', { id: '1234567890' }],
    ['89161234567', { phones: ['+79161234567'] }],
    ['+7 916 123-45-67', { phones: ['+79161234567'] }],
    ['9161234567', { phones: ['+79161234567'] }],
    ['Anna@Example.ru', { emails: ['anna@example.ru'] }],
  ])('%j is a phone or an e-mail when it reads as one, never an id or a name then', (client, expected) => {
    expect(clientOf(ofBooking({ client }))).toEqual(expected);
    expect(clientOf(ofDeal({ client }))).toEqual(expected);
    expect(clientOf(ofBooking({ clients: [client] }))).toEqual(expected);
  });

  it('of more than ten digits that are no phone is nothing', () => {
    expect(clientOf(ofBooking({ client: '123456789012345' }))).toBeUndefined();
    expect(aboutBooking({ client: '123456789012345' }).warnings).toHaveLength(1);
  });

  it('goes with what stands flat beside it', () => {
    expect(clientOf(ofBooking({ client: 'Анна', phone: '8 916 123-45-67' }))).toEqual({
      name: 'Анна',
      phones: ['+79161234567'],
    });
    expect(clientOf(ofBooking({ client: 61, client_name: 'Анна' }))).toEqual({ id: '61', name: 'Анна' });
  });
});

describe('custom fields', () => {
  it.each([
    [
      [
        { id: 1, name: 'Мастер', value: 'Юля' },
        { id: 2, value: 'x' },
      ],
      [
        { id: '1', name: 'Мастер', value: 'Юля' },
        { id: '2', value: 'x' },
      ],
    ],
    [
      { 0: { id: 1, value: 'a' }, 10: { name: 'Б', value: 'b' } },
      [
        { id: '1', value: 'a' },
        { name: 'Б', value: 'b' },
      ],
    ],
    [{ id: 1, value: 'x' }, [{ id: '1', value: 'x' }]],
    [{ name: 'Мастер', values: [{ value: 'Юля' }] }, [{ name: 'Мастер', value: 'Юля' }]],
    [
      { Мастер: 'Юля', Зал: 2 },
      [
        { name: 'Зал', value: '2' },
        { name: 'Мастер', value: 'Юля' },
      ],
    ],
    [{ 'Доп. услуга_А-1': 'да' }, [{ name: 'Доп. услуга_А-1', value: 'да' }]],
    [{ 77: 'Юля' }, [{ id: '77', value: 'Юля' }]],
    [
      { 77: 'Юля', Зал: '2' },
      [
        { id: '77', value: 'Юля' },
        { name: 'Зал', value: '2' },
      ],
    ],
    [{ Мастер: { value: 'Юля' } }, [{ name: 'Мастер', value: 'Юля' }]],
    [
      { id: '5', name: 'Ася' },
      [
        { name: 'id', value: '5' },
        { name: 'name', value: 'Ася' },
      ],
    ],
  ])(
    '%j: an object with `value` or `values` is one field, a list by index a list, else a map of names',
    (custom_fields, expected) => {
      expect(ofBooking({ custom_fields }).userFields).toEqual(expected);
      expect(ofDeal({ custom_fields }).userFields).toEqual(expected);
    },
  );

  it('are read down to their names: nothing of a map is unread', () => {
    expect(aboutBooking({ custom_fields: { Мастер: 'Юля', Зал: 2 } })).toMatchObject({
      unknownPaths: [],
      warnings: [],
    });
  });
});

describe('a semicolon that ends an HTML entity cuts nothing', () => {
  it('of tags and services, whose pieces are decoded once', () => {
    expect(ofDeal({ tags: 'Маникюр &amp; педикюр, &quot;VIP&quot;; &amp;lt' }).tags).toEqual([
      { name: 'Маникюр & педикюр' },
      { name: '"VIP"' },
      { name: '&lt' },
    ]);
    expect(ofBooking({ services: 'Маникюр &amp; педикюр; Уход &#8470;2' }).services).toEqual([
      { name: 'Маникюр & педикюр' },
      { name: 'Уход №2' },
    ]);
  });

  it('of ids', () => {
    expect(ofDeal({ booking_ids: 'A&amp;7&#44; B&#x37;' }).bookingIds).toEqual(['A&7', 'B7']);
  });

  it.each(['emails', 'email'])('of e-mails under %s', (name) => {
    expect(clientOf(ofBooking({ client: { [name]: 'a&#64;b.ru; c&amp;d&#x40;d.ru' } }))).toEqual({
      emails: ['a@b.ru', 'c&d@d.ru'],
    });
  });
});
