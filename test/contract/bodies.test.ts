import { describe, expect, it } from '@jest/globals';
import { form, json, type Sent } from './door.ts';
import { aTelling, E } from './told.ts';

/** The events of a delivery as they are queued; the status when it was not admitted. */
async function eventsOf(sent: Sent): Promise<unknown> {
  const salon = aTelling();
  const { status } = await salon.post(sent);
  const events = salon.queued.map((body) => (JSON.parse(body) as { event: unknown }).event);
  return status === 200 ? events : status;
}
const event = { event: 'deal.updated', data: { id: '5' } };
const text = JSON.stringify(event);
const type = (value: string) => ({ 'content-type': value });

describe('a body is JSON', () => {
  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'APPLICATION/JSON',
    'application/vnd.api+json',
    'application/hal+json',
  ])('by the header %s', async (header) => {
    expect(await eventsOf({ headers: type(header), body: text })).toEqual([event]);
  });

  it.each([
    'text/plain',
    'text/html',
    'application/octet-stream',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    '',
  ])('also when the header is missing or wrong and it starts with { or [: %j', async (header) => {
    const headers: Record<string, string> = header === '' ? {} : type(header);
    expect(await eventsOf({ headers, body: text })).toEqual([event]);
    expect(await eventsOf({ headers, body: `[${text},${text}]` })).toEqual([event, event]);
    expect(await eventsOf({ headers, body: `\r\n  ${text}\n` })).toEqual([event]);
  });

  it('may be a JSON text of JSON', async () => {
    expect(await eventsOf({ headers: json, body: JSON.stringify(text) })).toEqual([event]);
    expect(await eventsOf({ headers: {}, body: JSON.stringify(`[${text}]`) })).toEqual([event]);
  });

  it('keeps the digits of its numbers', async () => {
    const body =
      '{"event":"deal.updated","data":{"id":90071992547409931234,"amount":277.199999999999989,"x":1e400,"y":0.10}}';
    const data = { id: '90071992547409931234', amount: '277.199999999999989', x: '1e400', y: '0.10' };
    expect(await eventsOf({ body })).toEqual([{ event: 'deal.updated', data }]);
  });
});

describe('base64, as API Gateway delivers it', () => {
  it.each([
    ['JSON', json, text],
    ['a form', form, 'event=deal.updated&data[id]=5'],
    ['a form by look', {}, 'event=deal.updated&data[id]=5'],
  ])('is undone: %s', async (_, headers, body) => {
    expect(await eventsOf({ headers, body: Buffer.from(body) })).toEqual([event]);
  });
});

describe('one event, an array, or `events`', () => {
  it('is one event', async () => {
    expect(await eventsOf({ body: text })).toEqual([event]);
  });

  it('is an array of events', async () => {
    expect(await eventsOf({ body: [E('deal.updated', { id: '1' }), E('booking.updated', { id: '2' })] })).toHaveLength(
      2,
    );
  });

  it('is `events`, the fields beside it are the envelope of each, under what each says itself', async () => {
    const body = {
      event: 'deal.updated',
      salon_id: '1042',
      events: [{ data: { id: '1' } }, { event: 'deal.deleted', data: { id: '2' } }],
    };
    expect(await eventsOf({ body })).toEqual([
      { event: 'deal.updated', salon_id: '1042', data: { id: '1' } },
      { event: 'deal.deleted', salon_id: '1042', data: { id: '2' } },
    ]);
  });

  it('may have elements that are JSON texts of events', async () => {
    expect(await eventsOf({ body: [text, text] })).toEqual([event, event]);
    expect(await eventsOf({ body: { salon_id: '1042', events: [text] } })).toEqual([{ ...event, salon_id: '1042' }]);
    const fields = `events[0]=${encodeURIComponent(text)}&events[1]=${encodeURIComponent(text)}`;
    expect(await eventsOf({ headers: form, body: fields })).toEqual([event, event]);
  });

  it('is `events` by index, as one object, as a JSON text, in a form, in any case', async () => {
    const [one, two] = [
      { event: 'deal.updated', data: { id: '1' } },
      { event: 'deal.updated', data: { id: '2' } },
    ];
    expect(await eventsOf({ body: { events: { 0: one, 1: two } } })).toEqual([one, two]);
    expect(await eventsOf({ body: { events: one } })).toEqual([one]);
    expect(await eventsOf({ body: { events: JSON.stringify([one, two]) } })).toEqual([one, two]);
    expect(await eventsOf({ body: { Events: [one] } })).toEqual([one]);
    const fields = 'event=deal.updated&events[0][data][id]=1&events[1][data][id]=2';
    expect(await eventsOf({ headers: form, body: fields })).toEqual([one, two]);
  });
});

describe('UTF-8, or the declared charset', () => {
  const cyrillic = (bytes: number[]) =>
    Buffer.concat([
      Buffer.from('{"event":"deal.updated","data":{"id":"5","name":"'),
      Buffer.from(bytes),
      Buffer.from('"}}'),
    ]);
  const named = (name: string) => [{ event: 'deal.updated', data: { id: '5', name } }];
  const cp1251 = [0xcc, 0xff, 0xf2, 0xe0];

  it.each<[string, number[]]>([
    ['windows-1251', cp1251],
    ['cp1251', cp1251],
    ['WINDOWS-1251', cp1251],
    ['x-cp1251', cp1251],
    ['koi8-r', [0xed, 0xd1, 0xd4, 0xc1]],
    ['iso-8859-5', [0xbc, 0xef, 0xe2, 0xd0]],
    ['utf8', [...Buffer.from('Мята')]],
  ])('%s', async (charset, bytes) => {
    expect(await eventsOf({ headers: type(`application/json; charset=${charset}`), body: cyrillic(bytes) })).toEqual(
      named('Мята'),
    );
    expect(await eventsOf({ headers: type(`application/json;charset="${charset}"`), body: cyrillic(bytes) })).toEqual(
      named('Мята'),
    );
  });

  it('utf-16 by its label or its mark', async () => {
    const body = Buffer.from(JSON.stringify(named('Мята')[0]), 'utf16le');
    expect(await eventsOf({ headers: type('application/json; charset=utf-16le'), body })).toEqual(named('Мята'));
    expect(await eventsOf({ headers: json, body: Buffer.concat([Buffer.from([0xff, 0xfe]), body]) })).toEqual(
      named('Мята'),
    );
  });

  it('of a form is that of its percent signs, too', async () => {
    const headers = type('application/x-www-form-urlencoded; charset=windows-1251');
    expect(await eventsOf({ headers, body: 'event=deal.updated&data[id]=5&data[name]=%CC%FF%F2%E0' })).toEqual(
      named('Мята'),
    );
  });

  it('is windows-1251, warned, where bytes are no UTF-8 and nothing is declared', async () => {
    for (const sent of [
      { headers: {}, body: cyrillic(cp1251) },
      { headers: form, body: 'event=deal.updated&data[id]=5&data[name]=%CC%FF%F2%E0' },
    ]) {
      const salon = aTelling();
      await salon.post(sent);
      await salon.work();
      expect(await salon.deal('5')).toMatchObject({ name: 'Мята' });
      expect((await salon.lastLine()).warnings).toEqual([expect.stringContaining('windows_1251')]);
    }
  });

  it('is not warned where it is UTF-8', async () => {
    const salon = aTelling();
    await salon.tell({ event: 'deal.updated', data: { id: 5, name: 'Мята' } });
    expect((await salon.lastLine()).warnings).toEqual([]);
  });
});

describe('a byte order mark outweighs the declared charset', () => {
  const body = '{"event":"deal.updated","data":{"id":"5","name":"Мята"}}';
  const utf16 = Buffer.from(`\ufeff${body}`, 'utf16le');
  it.each<[string, Uint8Array, string]>([
    ['of UTF-8', Buffer.from(`\ufeff${body}`), 'windows-1251'],
    ['of UTF-16, its smaller byte first', utf16, 'utf-8'],
    ['of UTF-16, its larger byte first', Buffer.from(utf16).swap16(), 'windows-1251'],
  ])('%s', async (_, bytes, charset) => {
    const events = await eventsOf({ headers: type(`application/json; charset=${charset}`), body: bytes });
    expect(events).toEqual([{ event: 'deal.updated', data: { id: '5', name: 'Мята' } }]);
  });
});

describe('a byte order mark is stripped', () => {
  const mark = [0xef, 0xbb, 0xbf];
  it.each<[string, Record<string, string>, Uint8Array | string]>([
    ['before JSON', json, Buffer.concat([Buffer.from(mark), Buffer.from(text)])],
    ['before JSON as a letter', {}, `\ufeff${text}`],
    ['before a form', form, Buffer.concat([Buffer.from(mark), Buffer.from('event=deal.updated&data[id]=5')])],
    ['before a form by look', {}, '\ufeffevent=deal.updated&data[id]=5'],
    ['percent-encoded in a form', form, '%EF%BB%BFevent=deal.updated&data[id]=5'],
    ['before the JSON in a form', form, `payload=%EF%BB%BF${encodeURIComponent(text)}`],
  ])('%s', async (_, headers, body) => {
    expect(await eventsOf({ headers, body })).toEqual([event]);
  });
});
