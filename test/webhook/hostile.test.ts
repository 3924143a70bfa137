import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import { aDeal, connected, token, type Post } from './door.ts';
import { eventsIn, startWebhook } from './engines.ts';

const json = { 'content-type': 'application/json', 'x-salon-token': token };
const form = { 'content-type': 'application/x-www-form-urlencoded', 'x-salon-token': token };
const bytes = (...parts: (string | number[])[]) => Buffer.concat(parts.map((part) => Buffer.from(part as string)));

let webhook: Awaited<ReturnType<typeof startWebhook>>;
beforeAll(async () => {
  webhook = await startWebhook(connected());
});
afterAll(() => webhook.stop());

/** Status and the events as the worker will find them in the queue. */
async function outcomeOf(post: Post) {
  const { status, text, json: answer } = await webhook.post({ headers: json, ...post });
  const events = eventsIn(await webhook.drain());
  const answered = (answer.events ?? []).map(({ id }) => id);
  expect(events.map(({ eventId }) => eventId).sort()).toEqual(answered.sort());
  return { status, text, events: events.map(({ event }) => event), messages: events };
}

describe('hostile bodies, through the real decoding into the real queue', () => {
  it.each<[string, number, Post]>([
    ['200,000 nested brackets', 400, { body: '['.repeat(200_000) }],
    ['200,000 nested brackets, closed', 400, { body: `${'['.repeat(200_000)}${']'.repeat(200_000)}` }],
    ['200,000 nested brackets in a form', 400, { headers: form, body: `payload=${'['.repeat(200_000)}` }],
    ['600,000 tiny objects', 413, { body: `[${'{},'.repeat(599_999)}{}]` }],
    ['200,000 tiny objects', 413, { body: `[${'{},'.repeat(199_999)}{}]` }],
    ['gzip', 415, { headers: { ...json, 'content-encoding': 'gzip' }, body: gzipSync(JSON.stringify(aDeal)) }],
    ['empty', 400, { body: '' }],
    ['no body at all', 400, {}],
    ['blanks', 400, { body: ' \r\n\t ' }],
    ['a BOM alone', 400, { body: bytes([0xef, 0xbb, 0xbf]) }],
    ['null', 400, { body: 'null' }],
    ['[]', 400, { body: '[]' }],
    ['1', 400, { body: '1' }],
    ['10 MB', 413, { body: Buffer.alloc(10_000_000, 'a') }],
    ['an e-mail and an id of 300,000 characters', 413, { body: { ...aDeal, data: { id: '1'.repeat(300_000) } } }],
  ])('are refused: %s', async (_, expected, post) => {
    const { status, events } = await outcomeOf(post);
    expect([status, events]).toEqual([expected, []]);
  });

  it.each<[string, Post, unknown[]]>([
    ['null and numbers in a list', { body: '[null, 1, {}, "a", []]' }, [null, '1', {}, 'a', []]],
    [
      'ids over 2^53 with all their digits',
      { body: '{"event":"deal.updated","data":{"id":90071992547409931234}}' },
      [{ event: 'deal.updated', data: { id: '90071992547409931234' } }],
    ],
    [
      '1e400 as written',
      { body: '{"event":"deal.updated","data":{"amount":1e400}}' },
      [{ event: 'deal.updated', data: { amount: '1e400' } }],
    ],
    [
      'U+FFFF and U+FFFE',
      { body: { event: 'deal.updated', data: { comment: 'a\uffff\ufffeb' } } },
      [{ event: 'deal.updated', data: { comment: 'a\uffff\ufffeb' } }],
    ],
    [
      'NUL and a lone surrogate',
      { body: '{"event":"deal.updated","data":{"comment":"a\\u0000\\ud800b"}}' },
      [{ event: 'deal.updated', data: { comment: 'a\u0000\ud800b' } }],
    ],
    [
      'a BOM',
      { body: bytes([0xef, 0xbb, 0xbf], '{"event":"deal.updated","data":{"id":1}}') },
      [{ event: 'deal.updated', data: { id: '1' } }],
    ],
    [
      'keys with #',
      { body: { event: 'deal.updated', data: { 'a#b': '#', id: 'x#y' } } },
      [{ event: 'deal.updated', data: { 'a#b': '#', id: 'x#y' } }],
    ],
    [
      'windows-1251 declared',
      {
        headers: { ...json, 'content-type': 'application/json; charset=windows-1251' },
        body: bytes('{"event":"deal.updated","data":{"name":"', [0xcc, 0xff, 0xf2, 0xe0], '"}}'),
      },
      [{ event: 'deal.updated', data: { name: 'Мята' } }],
    ],
    [
      'multipart',
      {
        headers: { 'x-salon-token': token, 'content-type': 'multipart/form-data; boundary=XX' },
        body: [
          '--XX',
          'Content-Disposition: form-data; name="event"',
          '',
          'deal.updated',
          '--XX',
          'Content-Disposition: form-data; name="data[id]"',
          '',
          '7',
          '--XX',
          'Content-Disposition: form-data; name="file"; filename="a.bin"',
          '',
          'ignored',
          '--XX--',
          '',
        ].join('\r\n'),
      },
      [{ event: 'deal.updated', data: { id: '7' } }],
    ],
    [
      'list indexes of ten digits',
      { headers: form, body: 'event=deal.updated&data[tags][4000000000]=a&data[tags][4294967296]=b' },
      [{ event: 'deal.updated', data: { tags: { 4000000000: 'a', 4294967296: 'b' } } }],
    ],
  ])('are kept: %s', async (_, post, expected) => {
    const { status, events } = await outcomeOf(post);
    expect(status).toBe(200);
    expect(events).toEqual(expected);
  });

  it('keeps __proto__ as a key like any other', async () => {
    const { status, messages } = await outcomeOf({ body: '{"event":"deal.updated","data":{"__proto__":{"id":"1"}}}' });
    expect(status).toBe(200);
    expect(JSON.stringify(messages[0]?.event)).toContain('"__proto__":{"id":"1"}');
  });

  it('reads windows-1251 that declares nothing, with a warning', async () => {
    const body = bytes('{"event":"deal.updated","data":{"name":"', [0xcc, 0xff, 0xf2, 0xe0], '"}}');
    const { messages } = await outcomeOf({ headers: { 'x-salon-token': token }, body });
    expect(messages).toMatchObject([
      { event: { data: { name: 'Мята' } }, warnings: [expect.stringContaining('1251')] },
    ]);
  });

  it('keeps a form of 5,000 fields', async () => {
    const fields = Array.from({ length: 5000 }, (_, index) => `data[f${index}]=${index}`).join('&');
    const { status, events } = await outcomeOf({ headers: form, body: `event=deal.updated&${fields}` });
    expect(status).toBe(200);
    expect(Object.keys((events[0] as { data: object }).data)).toHaveLength(5000);
  });

  it('keeps an e-mail and an id of 100,000 characters', async () => {
    const client = { email: `${'a'.repeat(90_000)}@b.ru` };
    const { status, events } = await outcomeOf({ body: { ...aDeal, data: { id: '1'.repeat(100_000), client } } });
    expect(status).toBe(200);
    expect(events).toMatchObject([{ data: { client } }]);
  });

  it('keeps a record with 300 custom fields of 600 letters, and 100 such events in one delivery of 1 MiB', async () => {
    const custom_fields = Array.from({ length: 300 }, (_, id) => ({ id, value: 'x'.repeat(600) }));
    expect((await outcomeOf({ body: { ...aDeal, data: { id: 1, custom_fields } } })).status).toBe(200);
    const events = Array.from({ length: 100 }, (_, id) => ({ data: { id, comment: 'ж'.repeat(4800) } }));
    const { status, messages } = await outcomeOf({ body: { event: 'deal.updated', events } });
    expect([status, messages.length]).toEqual([200, 100]);
  });

  it('takes the token from headers in any case, twice and as lists', async () => {
    const headers = { 'X-SALON-TOKEN': token, 'x-salon-token': token };
    const multiValueHeaders = { 'X-Salon-Token': [token, token] };
    expect((await outcomeOf({ headers, body: aDeal })).status).toBe(200);
    expect((await outcomeOf({ headers: {}, multiValueHeaders, body: aDeal })).status).toBe(200);
  });

  it('refuses a token with NUL', async () => {
    expect((await outcomeOf({ headers: { 'x-salon-token': `${token}\0` }, body: aDeal })).status).toBe(401);
  });
});
