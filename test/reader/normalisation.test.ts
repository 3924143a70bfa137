import { describe, expect, it } from '@jest/globals';
import { asDecoded, context, dealField, readBooking, readDeal } from '../build/event.ts';
import { readEvent } from '../../lib/profsalon/read-event.ts';

/** An id as JSON writes it, so that its digits are the ones that are tried. */
function idOf(json: string): string | undefined {
  return readEvent({ event: 'deal.updated', data: { id: JSON.parse(json) as string } }, context).reading.dealId;
}

describe('ids', () => {
  it.each([
    ['"771904"', '771904'],
    ['" 771904 "', '771904'],
    ['"771904.0"', '771904'],
    ['"771904.000"', '771904'],
    ['"771904.5"', '771904.5'],
    ['"abc.0"', 'abc.0'],
    ['"9007199254740993"', '9007199254740993'],
    ['"\\u200b12\\ufeff3\\u0000"', '123'],
    ['"a#b"', 'a#b'],
    ['"a&amp;b"', 'a&b'],
    ['""', undefined],
    ['null', undefined],
    ['"0"', undefined],
    ['"0.0"', undefined],
  ])('%s is %j', (json, id) => {
    expect(idOf(json)).toBe(id);
  });

  it('have at most 200 code points', () => {
    expect(idOf(`"${'😀'.repeat(200)}"`)).toBe('😀'.repeat(200));
    expect(idOf(`"${'😀'.repeat(201)}"`)).toBeUndefined();
    expect(readDeal({ id: 'x'.repeat(100_000) })).toMatchObject({ warnings: ['data.id: too_long'] });
  });

  it('that are no text are warned', () => {
    expect(readDeal({ id: { a: 1 } }).warnings).toEqual(['data.id: not_text']);
  });
});

describe('money', () => {
  it.each([
    ['3500', 350_000],
    ['3500.0', 350_000],
    ['3500.00', 350_000],
    ['3 500,00', 350_000],
    ['3\u00a0500,00', 350_000],
    ['3\u202f500,00', 350_000],
    ['3.500,00', 350_000],
    ['3,500.00', 350_000],
    ['3,500', 350_000],
    ['3.500', 350],
    ['3,5', 350],
    ['1.234.567', 123_456_700],
    ['1,234,567', 123_456_700],
    ['1,234,567.89', 123_456_789],
    ['1.234.567,89', 123_456_789],
    [',89', 89],
    ['.89', 89],
    ['1 800 ₽', 180_000],
    ['1800 руб.', 180_000],
    ['1800руб', 180_000],
    ['1490 р.', 149_000],
    ['1490р', 149_000],
    ['277.199999999999989', 27_720],
    ['0.005', 1],
    ['0.0049999', 0],
    ['99.995', 10_000],
    ['1e3', 100_000],
    ['1.5E+2', 15_000],
    ['12345e-3', 1235],
    ['1e-400', 0],
    ['0', 0],
    ['-0', 0],
    ['100000000000', 10_000_000_000_000],
  ])('%j is %d kopecks', (amount, kopecks) => {
    expect(readDeal({ amount })).toMatchObject({ reading: { amount: kopecks }, warnings: [] });
  });

  it.each(['', null, '  '])('%j is absent, which is not zero', (amount) => {
    expect(readDeal({ amount })).toEqual({
      reading: { v: 1, kind: 'deal', act: 'updated', dealId: '771904' },
      warnings: [],
      unknownPaths: [],
    });
  });

  it.each([
    ['NaN', 'not_money'],
    ['Infinity', 'not_money'],
    ['-5', 'negative'],
    ['100000000000.01', 'too_large'],
    ['1e400', 'too_large'],
    ['1e999999999', 'too_large'],
    [`1${'0'.repeat(900)}`, 'too_large'],
    ['1'.repeat(100_000), 'not_money'],
    ['1.23.4', 'not_money'],
    ['1,23,456', 'not_money'],
    ['12 USD', 'not_money'],
    ['₽', 'not_money'],
    ['.', 'not_money'],
    [true, 'not_text'],
    [[5], 'not_text'],
  ])('%j is absent and warned', (amount, code) => {
    const { reading, warnings } = readDeal({ amount });
    expect(reading.amount).toBeUndefined();
    expect(warnings).toEqual([`data.amount: ${code}`]);
  });

  it('may come with its currency', () => {
    expect(readDeal({ amount: { amount: '1,5', currency: 'RUB' } }).reading).toMatchObject({
      amount: 150,
      currency: 'RUB',
    });
    expect(readDeal({ amount: { amount: -1 } }).warnings).toEqual(['data.amount.amount: negative']);
  });

  it('is in the currency of the object, of the sum or of the salon; another than in the settings is warned', () => {
    const salon = { salon: { currency: 'BYN' } };
    expect(readDeal({ currency: 'KZT', amount: { amount: 1, currency: 'UZS' } }, salon).reading.currency).toBe('KZT');
    expect(readDeal({ amount: { amount: 1, currency: 'UZS' } }, salon).reading.currency).toBe('UZS');
    expect(readDeal({}, salon)).toMatchObject({
      reading: { currency: 'BYN' },
      warnings: ['salon.currency: differs_from_settings'],
    });
    expect(readDeal({ currency: 'рубли' })).toMatchObject({ warnings: ['data.currency: not_a_currency'] });
  });
});

describe('phones', () => {
  const phones = (phone: unknown) => readBooking({ client: { phone } }).reading.client?.phones;

  it.each([
    ['+7 916 123-45-67', '+79161234567'],
    ['8(916)123-45-67', '+79161234567'],
    ['+8 916 123-45-67', '+79161234567'],
    ['79161234567', '+79161234567'],
    ['79161234567.0', '+79161234567'],
    ['9161234567', '+79161234567'],
    ['8 (702) 123-45-67', '+77021234567'],
    ['+375 29 123-45-67', '+375291234567'],
    ['375291234567', '+375291234567'],
    ['998901234567', '+998901234567'],
    ['8 (495) 111-22-33 доб. 12', '+74951112233'],
    ['84951112233#12', '+74951112233'],
    ['\u202a+7 916 123\u200b-45-67\u202c', '+79161234567'],
    ['+49 151 12345678', '+4915112345678'],
    ['+1 212 555 01 23', '+12125550123'],
  ])('%j is %s', (phone, e164) => {
    expect(phones(phone)).toEqual([{ shown: e164, e164 }]);
  });

  it.each(['112', '+7 123', '+7 000 123-45-67', '+375 1', '4915112345678', '+0123456789', '+89161', 'позвонить маме'])(
    '%j is kept as typed, for people to read',
    (phone) => {
      expect(phones(` ${phone} `)).toEqual([{ shown: phone }]);
    },
  );

  it.each(['8 900 000-00-00', '+7 999 999 99 99'])('%s ends in seven equal digits and is never used', (phone) => {
    expect(phones(phone)).toEqual([{ shown: expect.any(String) }]);
  });

  it.each(['', null, '-', '()'])('%j is none', (phone) => {
    expect(readBooking({ client: { id: 1, phone } }).reading.client?.phones).toEqual([]);
  });

  it('in one string are cut at , ; and /', () => {
    expect(phones('8 916 123-45-67, 8 903 765-43-21; +375 29 123-45-67/112')).toEqual([
      { shown: '+79161234567', e164: '+79161234567' },
      { shown: '+79037654321', e164: '+79037654321' },
      { shown: '+375291234567', e164: '+375291234567' },
      { shown: '112' },
    ]);
  });

  it('of one client are each once, in the order said', () => {
    const client = { phones: ['89037654321', '+7 916 123-45-67'], phone: '8 916 1234567' };
    expect(dealField('client', { client })?.phones.map(({ shown }) => shown)).toEqual(['+79161234567', '+79037654321']);
  });

  it('are all kept, in a list or in one string: which of them a record keeps is left to its fold', () => {
    const many = Array.from({ length: 100 }, (_, index) => `+7916123${1099 - index}`);
    for (const said of [{ phones: many }, { phone: many.join(';') }]) {
      const { reading, warnings } = readBooking({ client: said });
      expect(reading.client?.phones.map(({ e164 }) => e164)).toEqual(many);
      expect(warnings).toEqual([]);
    }
  });

  it('that are no text are warned', () => {
    expect(readBooking({ client: { phones: [{ x: 1 }] } })).toMatchObject({
      warnings: ['data.client.phones[]: not_text'],
    });
  });
});

describe('e-mails', () => {
  const emails = (email: unknown) => readBooking({ client: { id: 1, email } }).reading.client?.emails;

  it('are trimmed and lower case', () => {
    expect(emails(' A@B.RU ')).toEqual(['a@b.ru']);
    expect(emails('Ж\u200b@Мята.рф')).toEqual(['ж@мята.рф']);
  });

  it.each(['', '-', 'нет', 'НЕТ', null])('%j is none', (email) => {
    expect(emails(email)).toEqual([]);
  });

  it.each([`${'a'.repeat(250)}@b.ru`, 'нет почты', 'a@', `${'x'.repeat(100_000)}@b.ru`])(
    'that cannot be one is warned',
    (email) => {
      const { reading, warnings } = readBooking({ client: { id: 1, email } });
      expect(reading.client?.emails).toEqual([]);
      expect(warnings).toEqual(['data.client.email: not_an_email']);
    },
  );

  it('are all kept: which of them a record keeps is left to its fold', () => {
    const many = Array.from({ length: 60 }, (_, index) => `c${99 - index}@b.ru`);
    const { reading, warnings } = readDeal({ contact: { emails: many } });
    expect(reading.client?.emails).toEqual(many);
    expect(warnings).toEqual([]);
  });

  it('of one client are each once, in the order said', () => {
    expect(dealField('client', { contact: { emails: ['b@b.ru', 'A@b.ru', 'a@b.ru'] } })?.emails).toEqual([
      'b@b.ru',
      'a@b.ru',
    ]);
  });
});

describe('booleans', () => {
  it.each([true, 1, '1', 'on', 'ON', 'Y', 'yes', 'true', 'да', 'Да'])('%j is true', (deleted) => {
    expect(readDeal({ deleted })).toMatchObject({ reading: { deleted: true }, warnings: [] });
  });

  it.each([false, '', 0, '0', 'N', 'no', 'off', 'false', 'FALSE', 'нет'])('%j is false', (deleted) => {
    expect(readDeal({ deleted })).toMatchObject({ reading: { deleted: false }, warnings: [] });
  });

  it('null is absent', () => {
    expect(readDeal({ deleted: null })).toMatchObject({ warnings: [] });
    expect(dealField('deleted', { deleted: null })).toBeUndefined();
  });

  it.each(['2', 'может быть', {}, ['1']])('%j is absent and warned', (deleted) => {
    expect(readDeal({ deleted }).reading.deleted).toBeUndefined();
    expect(readDeal({ deleted }).warnings).toHaveLength(1);
  });
});

describe('a session', () => {
  it.each([
    [{ session: 14783260762 }],
    [{ session: '14783260762' }],
    [{ session: '14783260762.0' }],
    [{ session_id: 14783260762 }],
    [{ visitor_session_id: ' 14783260762 ' }],
    [{ cm_session_id: 14783260762 }],
    [{ comagic_session_id: 14783260762 }],
    [{ comagic_session: 14783260762 }],
    [{ session: { visitor_session_id: 14783260762, visitor_id: 1 } }],
    [{ session: { session_id: 14783260762 } }],
    [{ session: '{"site_key":"k","visitor_id":1,"session_id":14783260762}' }],
    [{ session: '_comagic_idVoE91=10640054782.14783260762.1777012999' }],
    [{ session: '_ym_uid=5; _comagic_idVoE91=10640054782.14783260762.1777012999; x=1' }],
    [{ session: '10640054782.14783260762.1777012999' }],
    [{ session: '0', session_id: '14783260762' }],
  ])('is read from %j', (data) => {
    expect(readBooking(data)).toMatchObject({ reading: { session: '14783260762' }, warnings: [] });
  });

  it('keeps all digits of a large number', () => {
    const { reading } = readEvent(
      { event: 'booking.updated', data: { session: '{"session_id":9007199254740993}' } },
      context,
    );
    expect(reading.session).toBe('9007199254740993');
  });

  it('may be our own', () => {
    expect(readBooking({ session: 's-Ab_9-x' }).reading.session).toBe('s-Ab_9-x');
  });

  it.each([0, '0', '', null, false, {}, []])('is absent for %j', (session) => {
    const { reading, warnings } = readBooking({ session });
    expect([reading.session, warnings]).toEqual([undefined, []]);
  });

  it.each(['abc', '12ab', '-5', '1.2', '1.2.3.4', '{"session_id":"x"}', '{broken', 's-', true, '1'.repeat(30)])(
    'is absent and warned for %j',
    (session) => {
      const { reading, warnings } = readBooking({ session });
      expect([reading.session, warnings]).toEqual([undefined, [expect.stringMatching(/: not_a_session$/)]]);
    },
  );
});

describe('a status', () => {
  const statuses = (data: object) => readBooking(data).reading.statuses;

  it('is kept as said, with the field that says it', () => {
    expect(statuses({ status: ' Отменён  клиентом ' })).toEqual([{ text: 'Отменён  клиентом', field: 'status' }]);
    expect(statuses({ attendance: -1, visit_attendance: '2.0', paid_full: 1, status: 'new' })).toEqual([
      { text: 'new', field: 'status' },
      { text: '-1', field: 'attendance' },
      { text: '2', field: 'visit_attendance' },
      { text: 'paid', field: 'paid_full' },
    ]);
    expect(dealField('statuses', { status: 'won' })).toEqual([{ text: 'won', field: 'status' }]);
  });

  it.each([[''], [null], [' ']])('of %j is none', (status) => {
    expect(readBooking({ status })).toEqual(readBooking());
  });

  it('that is no text is warned', () => {
    expect(readBooking({ status: { id: 1 } })).toMatchObject({ warnings: ['data.status: not_text'] });
    expect(statuses({ status: { id: 1 } })).toBeUndefined();
  });

  it('leaves a deletion to deleted and to the act', () => {
    expect(readBooking({ deleted: true, status: 'came' }, { event: 'booking.deleted' }).reading).toMatchObject({
      act: 'deleted',
      deleted: true,
      statuses: [{ text: 'came', field: 'status' }],
    });
  });
});

describe('lists', () => {
  it('given as an object are lists, keys in numeric order', () => {
    const services = { 10: { id: 10 }, 9: { id: 9 }, '0': { id: 'first' } };
    expect(dealField('services', { services })).toEqual([{ id: 'first' }, { id: '9' }, { id: '10' }]);
    expect(dealField('tags', { tags: { 9999999999: { id: 'b' }, '07': { id: 'a' } } })).toEqual([
      { id: 'a' },
      { id: 'b' },
    ]);
    expect(dealField('client', { client: { phones: { 1: '112', 0: '101' } } })?.phones).toEqual([
      { shown: '101' },
      { shown: '112' },
    ]);
  });

  it('of tags are cleared by [], and by nothing else', () => {
    expect(dealField('tags', { tags: [] })).toEqual([]);
    for (const tags of ['', null, {}, [null], true]) expect(dealField('tags', { tags })).toBeUndefined();
  });

  it('of services say nothing when empty', () => {
    for (const services of ['', null, {}, [], [null]]) expect(dealField('services', { services })).toBeUndefined();
  });

  it.each([[''], [' '], [null], [{}], [[]]])('that are empty, as %j, are not warned', (empty) => {
    const { reading, warnings, unknownPaths } = readDeal({
      services: empty,
      custom_fields: empty,
      booking_ids: empty,
      contact: { phones: empty, emails: empty },
    });
    expect(reading).toEqual({ v: 1, kind: 'deal', act: 'updated', dealId: '771904' });
    expect([...warnings, ...unknownPaths]).toEqual([]);
  });

  it.each([[''], [null], [{}]])('of tags that are empty, as %j, are not warned and clear nothing', (tags) => {
    expect(readDeal({ tags })).toMatchObject({ warnings: [] });
    expect(dealField('tags', { tags })).toBeUndefined();
  });

  it('of ids have no empty ones', () => {
    expect(readDeal({ booking_ids: [7, '', null, {}] })).toMatchObject({
      reading: { bookingIds: ['7'] },
      warnings: [],
    });
    expect(readDeal({ booking_ids: 0 }).warnings).toEqual(['data.booking_ids: no_id']);
  });

  it('that are none, and elements that are no object, are warned', () => {
    expect(readDeal({ services: true, tags: [false] }).warnings).toEqual([
      'data.services: not_a_list',
      'data.tags[]: not_an_object',
    ]);
  });

  it('have 100 services and 100 tags at most', () => {
    const many = Array.from({ length: 150 }, (_, index) => ({ id: index + 1 }));
    const { reading, warnings } = readDeal({ services: many, tags: many });
    expect([reading.services?.length, reading.tags?.length]).toEqual([100, 100]);
    expect(warnings).toEqual(['data.services: too_many', 'data.tags: too_many']);
  });
});

describe('custom fields', () => {
  const fields = (...custom_fields: unknown[]) => dealField('userFields', { custom_fields });

  it('are read one by one; a missing value says nothing, an empty one clears', () => {
    expect(
      fields({ id: 1, name: 'Цвет' }, { id: 2, value: '' }, { name: 'X', value: null }, { id: 3, type: 't', value: 5 }),
    ).toEqual([
      { id: '1', name: 'Цвет' },
      { id: '2', value: null },
      { name: 'X', value: null },
      { id: '3', type: 't', value: '5' },
    ]);
  });

  it('may have several values, and yes or no', () => {
    expect(fields({ id: 1, value: ['а', 'б'] }, { id: 2, value: false }, { id: 3, value: [] })).toEqual([
      { id: '1', value: 'а, б' },
      { id: '2', value: 'false' },
      { id: '3' },
    ]);
  });

  it('without an id and a name are warned', () => {
    expect(readDeal({ custom_fields: [{ value: 1 }] })).toMatchObject({ warnings: ['data.custom_fields[]: no_id'] });
  });

  it('are cut at 1,000 code points', () => {
    expect(fields({ id: 1, value: '😀'.repeat(1001) })).toEqual([{ id: '1', value: '😀'.repeat(1000) }]);
  });

  it('are all kept: which of them a record keeps is left to its fold', () => {
    const custom_fields = Array.from({ length: 300 }, (_, index) => ({ id: 300 - index, value: 'x'.repeat(600) }));
    const { reading, warnings } = readDeal({ custom_fields });
    expect(reading.userFields).toHaveLength(300);
    expect(warnings).toEqual([]);
  });
});

describe('text', () => {
  it('loses NUL, lone surrogates, U+FFFE and U+FFFF', () => {
    expect(dealField('name', { name: ' а\u0000б\ud800в\ufffeг\uffffд\u{1f600} ' })).toBe('абвгд\u{1f600}');
  });

  it('keeps zero-width characters that ids, phones and e-mails lose', () => {
    expect(dealField('name', { name: 'а\u200dб' })).toBe('а\u200dб');
  });

  it('has HTML entities decoded once', () => {
    expect(dealField('name', { name: '&laquo;&amp;lt;&#1052;&#x44f;&quot;&apos;&lt;&gt;&#0;&#xd800;&#x110000;' })).toBe(
      '&laquo;&lt;Мя"\'<>&#x110000;',
    );
  });

  it.each([
    ['comment', 'comment', 4000],
    ['page_url', 'pageUrl', 2000],
    ['referrer', 'referrer', 2000],
    ['name', 'name', 255],
    ['source', 'source', 255],
  ] as const)('%s is cut at its code points, and warned', (name, field, length) => {
    const { reading, warnings } = readDeal({ [name]: '😀'.repeat(length + 1) });
    expect(reading[field]).toBe('😀'.repeat(length));
    expect(warnings).toEqual([`data.${name}: cut`]);
    expect(readDeal({ [name]: '😀'.repeat(length) }).warnings).toEqual([]);
  });

  it('of a comment is cleared by "" and null, and said by nothing else', () => {
    expect(dealField('comment', { comment: '' })).toBeNull();
    expect(dealField('comment', { comment: null })).toBeNull();
    expect(dealField('comment', {})).toBeUndefined();
    expect(readDeal({ comment: { a: 1 } })).toMatchObject({ warnings: ['data.comment: not_text'] });
  });

  it('that is empty says nothing elsewhere', () => {
    expect(
      readDeal({ name: '', source: null, client: { name: ' ' }, stage: null, manager: {}, pipeline: [] }),
    ).toMatchObject({
      reading: asDecoded({ kind: 'deal', act: 'updated' }),
      warnings: [],
    });
  });
});
