import { describe, expect, it } from '@jest/globals';
import { aboutBooking, aboutDeal, ofBooking, ofDeal } from './read.ts';
import { aTelling, E } from './told.ts';

describe('a yes or no', () => {
  it.each([true, 1, '1', 'on', 'ON', 'Y', 'y', 'yes', 'Yes', 'true', 'TRUE', 'да', 'Да', ' 1 '])(
    '%j is true',
    (said) => {
      expect(ofDeal({ is_repeat: said }).isRepeat).toBe(true);
    },
  );

  it.each([false, 0, '0', 'N', 'n', 'no', 'No', 'off', 'OFF', 'false', 'False', 'нет', 'НЕТ'])(
    '%j is false',
    (said) => {
      expect(ofDeal({ is_repeat: said }).isRepeat).toBe(false);
    },
  );

  it('"" is false, null says nothing, another text is warned', () => {
    expect(ofDeal({ is_repeat: '' }).isRepeat).toBe(false);
    expect(aboutDeal({ is_repeat: null })).toEqual(aboutDeal());
    expect(aboutDeal({ is_repeat: 'возможно' })).toMatchObject({
      warnings: [expect.stringMatching(/^data\.is_repeat: /)],
    });
    expect(ofDeal({ is_repeat: 'возможно' }).isRepeat).toBeUndefined();
  });
});

describe('a session', () => {
  it.each<[unknown, string]>([
    [14783260762, '14783260762'],
    ['14783260762', '14783260762'],
    [' 14783260762 ', '14783260762'],
    ['14783260762.0', '14783260762'],
    ['_comagic_idVoE91=10640054790.14783260801.1777012999', '14783260801'],
    ['10640054790.14783260801.1777012999', '14783260801'],
    ['{"visitor_session_id":14783260762,"visitor_id":1}', '14783260762'],
    [{ visitor_session_id: '14783260762' }, '14783260762'],
    [{ session_id: 5 }, '5'],
    ['s-AbC_123-x', 's-AbC_123-x'],
  ])('%j is %s', (session, expected) => {
    expect(ofBooking({ session }).session).toBe(expected);
    expect(ofDeal({}, { session }).session).toBe(expected);
  });

  it.each([
    'session_id',
    'visitor_session_id',
    'cm_session_id',
    'comagic_session_id',
    'comagic_session',
    'session',
    'sessionId',
  ])('may be called %s', (name) => {
    expect(ofBooking({ [name]: 14783260762 }).session).toBe('14783260762');
    expect(ofBooking({}, { [name]: '14783260762' }).session).toBe('14783260762');
  });

  it.each([0, '0', '', null, 'abc', '12-34', '10640054790.14783260801', 's-', true, [], {}])(
    'is absent: %j',
    (session) => {
      expect(ofBooking({ session }).session).toBeUndefined();
    },
  );
});

describe('a soft deletion', () => {
  it.each(['deleted', 'is_deleted', 'isDeleted', 'IS_DELETED', 'Deleted'])(
    '`%s` is a yes or no; "" is no, null says nothing',
    (name) => {
      for (const yes of [true, 1, '1', 'Y', 'да', 'yes']) expect(ofDeal({ [name]: yes }).deleted).toBe(true);
      for (const no of [false, 0, 'N', 'нет', '']) expect(ofDeal({ [name]: no }).deleted).toBe(false);
      expect(ofDeal({ [name]: null }).deleted).toBeUndefined();
    },
  );

  it.each(['deleted_at', 'deletedAt', 'DELETED_AT'])('`%s`: a date is yes; null, "" and 0 are no', (name) => {
    for (const yes of ['2026-11-20 10:00:00', 1795000000, '2026-11-20T10:00:00Z'])
      expect(ofBooking({ [name]: yes }).deleted).toBe(true);
    for (const no of [null, '', 0, '0', '0000-00-00 00:00:00']) expect(ofBooking({ [name]: no }).deleted).toBe(false);
  });
});

describe('a list given as an object by index', () => {
  it.each<[object, string[]]>([
    [{ 0: 7, 10: 8 }, ['7', '8']],
    [{ 10: 8, 9: 7, 2: 6 }, ['6', '7', '8']],
    [{ '007': 1, 8: 2 }, ['1', '2']],
  ])('%j has its keys in numeric order', (booking_ids, expected) => {
    expect(ofDeal({ booking_ids }).bookingIds).toEqual(expected);
  });

  it('is one of services, tags, phones and custom fields, too', () => {
    expect(
      ofBooking({ services: { 10: { name: 'b' }, 9: { name: 'a' } }, client: { phones: { 0: '8 916 123-45-67' } } }),
    ).toMatchObject({
      services: [{ name: 'a' }, { name: 'b' }],
      client: { phones: [{ shown: '+79161234567' }] },
    });
    expect(ofDeal({ tags: { 1: 'b', 0: 'a' } }).tags).toEqual([{ name: 'a' }, { name: 'b' }]);
  });
});

describe('a text', () => {
  const comment = (text: string) => ofBooking({ comment: text }).comment;

  it('loses NUL, lone surrogates and U+FFFE/F', () => {
    expect(comment('a\u0000b\ud800c\udc00d\ufffee\uffff')).toBe('abcde');
    expect(comment('😀')).toBe('😀');
    expect(comment('a\u200bb')).toBe('a\u200bb');
  });

  it('loses zero-width characters too in ids, phones and e-mails', () => {
    expect(
      ofBooking({ client: { id: '6\u200b1', phone: '8\u200d916 123-45-67', email: 'a\ufeff@b.ru' } }).client,
    ).toEqual({
      id: '61',
      phones: [{ shown: '+79161234567', e164: '+79161234567' }],
      emails: ['a@b.ru'],
    });
  });

  it('has the five HTML entities and numeric ones decoded once', () => {
    expect(comment('&lt;b&gt; &amp; &quot;x&quot; &apos;y&apos;')).toBe('<b> & "x" \'y\'');
    expect(comment('&#1040;&#x41D;&#39;')).toBe("АН'");
    expect(comment('&amp;lt;')).toBe('&lt;');
    expect(comment('&nbsp;&copy;&unknown;')).toBe('&nbsp;&copy;&unknown;');
  });

  it.each<[string, number, object, (text: string) => object]>([
    ['a comment', 4000, {}, (text) => ({ comment: text })],
    ['a page', 2000, {}, (text) => ({ page_url: text })],
    ['a referrer', 2000, {}, (text) => ({ referrer: text })],
    ['a number', 255, {}, (text) => ({ number: text })],
    ['a name', 255, {}, (text) => ({ client: { name: text } })],
    ['a service', 255, {}, (text) => ({ services: [{ name: text }] })],
    ['a custom value', 1000, {}, (text) => ({ custom_fields: [{ id: 1, value: text }] })],
    ['a custom name', 255, {}, (text) => ({ custom_fields: [{ id: 1, name: text, value: 'x' }] })],
  ])('is cut: %s at %d code points', (_, most, __, data) => {
    const letters = (count: number) => '😀'.repeat(count);
    expect(JSON.stringify(ofBooking(data(letters(most))))).toContain(`"${letters(most)}"`);
    const { reading, warnings } = aboutBooking(data(letters(most + 1)));
    expect(JSON.stringify(reading)).toContain(`"${letters(most)}"`);
    expect(JSON.stringify(reading)).not.toContain(letters(most + 1));
    expect(warnings).toHaveLength(1);
  });
});

describe('an unknown field', () => {
  it('stays in the raw event; its path is named in the journal line', async () => {
    const salon = aTelling();
    await salon.tell(E('booking.created', { id: 5, room: { name: 'Зал 2' }, extras: [{ a: 1 }] }));
    const line = await salon.lastLine();
    expect(line.unknownPaths.sort()).toEqual(['data.extras[].a', 'data.room.name']);
    expect(line.message.event).toMatchObject({ data: { room: { name: 'Зал 2' }, extras: [{ a: '1' }] } });
  });
});

describe('the reader never throws on content', () => {
  const values = [
    null,
    true,
    7,
    -1,
    '',
    ' ',
    'x',
    '[',
    '{"a":',
    [],
    {},
    [[]],
    [null],
    { a: [] },
    [{}],
    '\u0000',
    '😀'.repeat(300),
  ];
  const names = [
    'id',
    'status',
    'client',
    'clients',
    'services',
    'tags',
    'stage',
    'pipeline',
    'manager',
    'amount',
    'created_at',
    'session',
    'utm',
    'custom_fields',
    'booking_ids',
    'deal',
    'phone',
    'deleted',
    'deleted_at',
    'comment',
    'origin',
    'online',
    'date',
    'time',
    'duration_min',
  ];

  it.each(names)('a field that it cannot use is absent: %s', (name) => {
    for (const value of values) {
      expect(() => [
        aboutBooking({ [name]: value }),
        aboutDeal({ [name]: value }),
        aboutDeal({}, { [name]: value }),
      ]).not.toThrow();
    }
  });
});
