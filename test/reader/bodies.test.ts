import { describe, expect, it } from '@jest/globals';
import { decoded } from '../build/event.ts';

const json = 'application/json';
const form = 'application/x-www-form-urlencoded';
const event = { event: 'deal.updated', data: { id: '7' } };

function eventsOf(body: string | Uint8Array, contentType?: string): unknown {
  const result = decoded(body, contentType);
  return result.ok ? result.events : result.reason;
}

function windows1251(text: string): Buffer {
  const codes = Array.from(text, (letter) => {
    const code = letter.charCodeAt(0);
    return code < 0x80 ? code : code - 0x410 + 0xc0;
  });
  return Buffer.from(codes);
}

function parts(boundary: string, ...all: [headers: string, value: string][]): string {
  const written = all.map(([headers, value]) => `--${boundary}\r\n${headers}\r\n\r\n${value}\r\n`);
  return `${written.join('')}--${boundary}--\r\n`;
}

describe('JSON', () => {
  it.each([
    ['application/json', json],
    ['a charset beside it', 'application/json; charset=utf-8'],
    ['any type that ends in +json', 'application/vnd.sender.event+json'],
    ['the header twice', 'application/json,application/json'],
    ['a missing header', undefined],
    ['a wrong header', 'text/plain'],
    ['the header of a form, as curl sends by itself', form],
    ['the header of parts', 'multipart/form-data; boundary=x'],
  ])('is read by its look under %s', (_, contentType) => {
    expect(eventsOf(' \n{"event":"deal.updated","data":{"id":"7"}}', contentType)).toEqual([event]);
  });

  it('keeps the digits of numbers as they were written', () => {
    const body = '{"a":771904.0,"b":9007199254740993,"c":1e400,"d":-0.10,"e":[1,2.50],"f":"x 1 \\" 2"}';
    expect(eventsOf(body, json)).toEqual([
      { a: '771904.0', b: '9007199254740993', c: '1e400', d: '-0.10', e: ['1', '2.50'], f: 'x 1 " 2' },
    ]);
  });

  it.each([
    '{"a":01}',
    '{"a":1.}',
    '{"a":.5}',
    '{"a":+1}',
    '{"a":-}',
    '{1:2}',
    '[1:]',
    '{"a":1:}',
    '{"a":1"b":2}',
    '{"a":NaN}',
    '[1 2]',
  ])('stays strict: %s is refused', (body) => {
    expect(eventsOf(body, json)).toBe('invalid_body');
  });

  it.each(['{"event":', '{"event":"x"', '["a\\', "{'a':1}", '{"a":1}}', '[1,]', 'hello'])(
    'that is broken is refused: %s',
    (body) => {
      expect(eventsOf(body, json)).toBe('invalid_body');
    },
  );

  it.each(['', '  \n', 'null', '1', '"x"', 'true', '[]', '{"events":[]}', '{"events":{}}'])(
    'without an event in it is refused: %j',
    (body) => {
      expect(eventsOf(body, json)).toBe('invalid_body');
    },
  );

  it('may nest 64 levels and no more', () => {
    const nested = (levels: number) => `{"a":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`;
    expect(eventsOf(nested(64), json)).toHaveLength(1);
    expect(eventsOf(nested(65), json)).toBe('invalid_body');
    expect(eventsOf(`{"a":"${'['.repeat(100)}\\"${'{'.repeat(100)}"}`, json)).toHaveLength(1);
  });

  it('keeps a key named __proto__ a key', () => {
    const result = decoded('{"__proto__":{"x":1},"events":[{"__proto__":{"y":2}}]}', json);
    expect(JSON.stringify(result.ok && result.events)).toBe('[{"__proto__":{"y":"2"}}]');
  });
});

describe('charsets', () => {
  it('are UTF-8 by default', () => {
    expect(eventsOf('{"a":"Мята"}', json)).toEqual([{ a: 'Мята' }]);
  });

  it.each([
    ['UTF-8', Buffer.from('\ufeff{"a":"Мята"}')],
    ['UTF-16, little end first', Buffer.from('\ufeff{"a":"Мята"}', 'utf16le')],
    ['UTF-16, big end first', Buffer.from('\ufeff{"a":"Мята"}', 'utf16le').swap16()],
  ])('follow a byte order mark, which goes: %s', (_, bytes) => {
    expect(eventsOf(bytes, json)).toEqual([{ a: 'Мята' }]);
  });

  it('go by any label that WHATWG knows', () => {
    expect(eventsOf(windows1251('{"a":"Мята"}'), 'application/json; charset=cp1251')).toEqual([{ a: 'Мята' }]);
    expect(
      eventsOf(Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xed, 0x22, 0x7d]), 'a/b+json;charset="KOI8-R"'),
    ).toEqual([{ a: 'М' }]);
    expect(eventsOf(Buffer.from('a=1', 'utf16le'), `${form}; charset=utf-16`)).toEqual([{ a: '1' }]);
  });

  it('that nobody knows are an unsupported media type', () => {
    expect(eventsOf('{"a":1}', 'application/json; charset=klingon')).toBe('unsupported_media_type');
  });

  it('that are not declared and no UTF-8 are read as windows-1251, with a warning', () => {
    expect(decoded(windows1251('{"a":"Мята"}'), json)).toEqual({
      ok: true,
      events: [{ a: 'Мята' }],
      tokens: [],
      warnings: ['body: read_as_windows_1251'],
    });
    expect(decoded('a=%CC%FF%F2%E0&b=x', form)).toEqual({
      ok: true,
      events: [{ a: 'Мята', b: 'x' }],
      tokens: [],
      warnings: ['body: read_as_windows_1251'],
    });
  });

  it('declared as UTF-8 and broken keep what can be read, with a warning', () => {
    const result = decoded(
      Buffer.concat([Buffer.from('{"a":"x'), Buffer.from([0xff]), Buffer.from('"}')]),
      `${json}; charset=utf-8`,
    );
    expect(result).toMatchObject({ events: [{ a: 'x\ufffd' }], warnings: ['body: broken_characters'] });
  });
});

describe('forms', () => {
  it.each([
    ['by header', form],
    ['by header with a charset', `${form}; charset=UTF-8`],
    ['by look, without a header', undefined],
    ['by look, under a wrong header', 'text/plain'],
    ['by look, under the header of JSON', json],
  ])('are read %s', (_, contentType) => {
    expect(eventsOf('event=deal.updated&data%5Bid%5D=7', contentType)).toEqual([event]);
  });

  it('are trees by PHP brackets', () => {
    expect(eventsOf('a[b][c]=1&a[b][d]=2&list[]=x&list[]=y&list[5]=z&плюс=a+b%2Bc', form)).toEqual([
      { a: { b: { c: '1', d: '2' } }, list: { 0: 'x', 1: 'y', 5: 'z' }, плюс: 'a b+c' },
    ]);
  });

  it('make a list of keys from 0 on, in any order', () => {
    expect(eventsOf('a[1][x]=2&a[0][x]=1&b[]=3&b[]=4', form)).toEqual([{ a: [{ x: '1' }, { x: '2' }], b: ['3', '4'] }]);
  });

  it('make no holes of lists by id or of an index of ten digits', () => {
    expect(eventsOf('a[17][x]=1&a[23][x]=2&b[9999999999]=3&b[]=4', form)).toEqual([
      { a: { 17: { x: '1' }, 23: { x: '2' } }, b: { 9999999999: '3', 10000000000: '4' } },
    ]);
  });

  it('let the last of equal names win, and a later branch replace a scalar', () => {
    expect(eventsOf('a=1&a=2&b=1&b[c]=2&d[e]=1&d=2', form)).toEqual([{ a: '2', b: { c: '2' }, d: '2' }]);
  });

  it('leave names whose brackets do not close as they are', () => {
    expect(eventsOf('a[b=1&[c]=2&d]=3&=4&e', form)).toEqual([{ 'a[b': '1', '[c]': '2', 'd]': '3', e: '' }]);
  });

  it('lose byte order marks', () => {
    expect(eventsOf('\ufeffevent=x&b=%EF%BB%BFy', form)).toEqual([{ event: 'x', b: 'y' }]);
  });

  it('keep a key named __proto__ a key', () => {
    const result = decoded('__proto__[x]=1&a[__proto__]=2', form);
    expect(JSON.stringify(result.ok && result.events)).toBe('[{"__proto__":{"x":"1"},"a":{"__proto__":"2"}}]');
  });

  it('may have any number of fields', () => {
    const fields = Array.from({ length: 5000 }, (_, index) => `f${index}=1`).join('&');
    expect(eventsOf(fields, form)).toMatchObject([{ f0: '1', f4999: '1' }]);
  });

  it('may nest 64 levels and no more', () => {
    expect(eventsOf(`a${'[b]'.repeat(63)}=1`, form)).toHaveLength(1);
    expect(eventsOf(`a${'[b]'.repeat(64)}=1`, form)).toBe('invalid_body');
  });

  it.each(['payload', 'json'])('hold the body in a field called %s, and the rest is its envelope', (field) => {
    const body = encodeURIComponent('\ufeff{"event":"deal.updated","data":{"id":7}}');
    expect(eventsOf(`salon_id=1042&event=deal.created&${field}=${body}`, form)).toEqual([
      { salon_id: '1042', event: 'deal.updated', data: { id: '7' } },
    ]);
  });

  it('may hold a list as their body', () => {
    const body = encodeURIComponent('[{"id":1},{"id":2,"salon_id":7}]');
    expect(eventsOf(`salon_id=1042&payload=${body}`, form)).toEqual([
      { salon_id: '1042', id: '1' },
      { salon_id: '7', id: '2' },
    ]);
  });

  it('hold the data in a field called data', () => {
    expect(eventsOf(`event=deal.updated&data=${encodeURIComponent('{"id":7}')}`, form)).toEqual([event]);
  });

  it('keep a payload that is no JSON as a field', () => {
    expect(eventsOf('payload={broken&event=x', form)).toEqual([{ payload: '{broken', event: 'x' }]);
  });

  it('are lists of events by index', () => {
    expect(eventsOf('salon_id=5&events[0][id]=1&events[1][id]=2', form)).toEqual([
      { salon_id: '5', id: '1' },
      { salon_id: '5', id: '2' },
    ]);
    expect(eventsOf('0[id]=1&1[id]=2', form)).toEqual([{ id: '1' }, { id: '2' }]);
  });
});

describe('multipart bodies', () => {
  const contentType = 'multipart/form-data; boundary="----=_Part 1"';
  const field = (name: string) => `Content-Disposition: form-data; name="${name}"`;

  it('are read as a form', () => {
    const body = parts('----=_Part 1', [field('event'), 'deal.updated'], [field('data[id]'), '7']);
    expect(eventsOf(body, contentType)).toEqual([event]);
    expect(eventsOf(body)).toEqual([event]);
    expect(eventsOf(body.replaceAll('\r', ''), 'multipart/form-data')).toEqual([event]);
  });

  it('of mailers, whose boundary has an equals sign, may begin with another header', () => {
    const typed = `Content-Type: text/plain\r\n${field('a')}`;
    expect(eventsOf(parts('----=_Part 1', [typed, '1']), contentType)).toEqual([{ a: '1' }]);
  });

  it('keep lines and signs of a value as they are', () => {
    const value = 'строка 1\r\n--строка+2 %41 &a=b';
    expect(eventsOf(parts('x', [field('comment'), value]), 'multipart/form-data; boundary=x')).toEqual([
      { comment: value },
    ]);
  });

  it('lose their files, which decide nothing about the charset', () => {
    const file = 'Content-Disposition: form-data; name="photo"; filename="a.jpg"\r\nContent-Type: image/jpeg';
    const body = Buffer.concat([
      Buffer.from(`--x\r\n${file}\r\n\r\n`),
      Buffer.from([0xff, 0xd8, 0xff]),
      Buffer.from(`\r\n${parts('x', [field('name'), 'Мята'])}`),
    ]);
    expect(decoded(body, 'multipart/form-data; boundary=x')).toMatchObject({
      events: [{ name: 'Мята' }],
      warnings: [],
    });
  });

  it('without a field are refused', () => {
    expect(eventsOf('--x--\r\n', 'multipart/form-data; boundary=x')).toBe('invalid_body');
    expect(eventsOf('nothing of the kind', 'multipart/form-data; boundary=x')).toBe('invalid_body');
  });
});

describe('events of a body', () => {
  it('may be one, a list, or under events, where fields beside it are the envelope of each', () => {
    expect(eventsOf('{"id":1}', json)).toEqual([{ id: '1' }]);
    expect(eventsOf('[{"id":1},{"id":2}]', json)).toEqual([{ id: '1' }, { id: '2' }]);
    expect(eventsOf('{"salon":{"id":5},"event":"deal.updated","events":[{"id":1},{"event":"x"}]}', json)).toEqual([
      { salon: { id: '5' }, event: 'deal.updated', id: '1' },
      { salon: { id: '5' }, event: 'x' },
    ]);
    expect(eventsOf('{"events":{"2":{"id":2},"10":{"id":10}}}', json)).toEqual([{ id: '2' }, { id: '10' }]);
  });

  it('may be one under events, in its envelope', () => {
    expect(eventsOf('{"salon":{"id":5},"event":"deal.updated","events":{"data":{"id":7}}}', json)).toEqual([
      { salon: { id: '5' }, event: 'deal.updated', data: { id: '7' } },
    ]);
    expect(eventsOf('salon_id=5&events[event]=deal.updated&events[data][id]=7', form)).toEqual([
      { salon_id: '5', event: 'deal.updated', data: { id: '7' } },
    ]);
  });

  it('are the body itself when events holds neither', () => {
    expect(eventsOf('{"event":"deal.updated","events":null}', json)).toEqual([{ event: 'deal.updated', events: null }]);
    expect(eventsOf('{"event":"deal.updated","events":"x"}', json)).toEqual([{ event: 'deal.updated', events: 'x' }]);
  });

  it('that are no object, or empty, are kept as they are', () => {
    expect(eventsOf('{"event":"deal.updated","events":[5,null,"x",{},[]]}', json)).toEqual(['5', null, 'x', {}, []]);
    expect(eventsOf('{}', json)).toEqual([{}]);
  });

  it('are 100 at most', () => {
    const list = (length: number) => JSON.stringify(Array.from({ length }, () => ({})));
    expect(eventsOf(list(100), json)).toHaveLength(100);
    expect(eventsOf(list(101), json)).toBe('too_large');
  });
});

describe('what is refused whole', () => {
  it('is a body over 1 MiB', () => {
    expect(eventsOf(Buffer.alloc(1_048_577, ' '), json)).toBe('too_large');
  });

  it.each(['gzip', 'br', 'identity, gzip'])('is a Content-Encoding of %s', (contentEncoding) => {
    expect(decoded('{}', json, contentEncoding)).toEqual({
      ok: false,
      reason: 'unsupported_media_type',
    });
  });

  it.each(['identity', 'Identity', ''])('is not a Content-Encoding of "%s"', (contentEncoding) => {
    expect(decoded('{}', json, contentEncoding).ok).toBe(true);
  });

  it.each(['hello', '<?xml version="1.0"?><a b="c"/>', '%PDF-1.4', 'a b = c'])(
    'is what is neither JSON nor a form: %s',
    (body) => {
      expect(eventsOf(body, 'text/plain')).toBe('unsupported_media_type');
      expect(eventsOf(body)).toBe('unsupported_media_type');
    },
  );
});

describe('tokens of a body', () => {
  it('are looked for at its top and in Bitrix24’s auth, and trimmed', () => {
    const body = {
      token: ' a ',
      access_token: 'b',
      api_token: 5,
      auth: { application_token: 'c', access_token: 'no', member_id: 'no' },
      data: { token: 'no' },
    };
    expect(decoded(JSON.stringify(body), json)).toMatchObject({ tokens: ['a', 'b', '5', 'c'] });
  });

  it('of a form are its own and those of its payload', () => {
    const payload = encodeURIComponent('{"token":"b","id":1}');
    expect(decoded(`token=a&auth[application_token]=c&payload=${payload}`, form)).toMatchObject({
      tokens: ['a', 'c', 'b'],
    });
  });

  it('that are empty or no text are none', () => {
    expect(decoded('{"token":"","access_token":null,"api_token":{}}', json)).toMatchObject({ tokens: [] });
    expect(decoded('[{"token":"x"}]', json)).toMatchObject({ tokens: [] });
  });
});
