import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeBody } from '../../lib/profsalon/decode.ts';
import { form, json, type Sent } from './door.ts';
import { aTelling, E } from './told.ts';
import { wholeBooking } from './whole.ts';

const event = E('booking.created', wholeBooking);
const text = JSON.stringify(event);

/** Data as PHP's http_build_query writes them. */
function php(value: unknown, name: string, code: (text: string) => string = encodeURIComponent): string[] {
  if (typeof value !== 'object' || value === null) return [`${code(name)}=${code(String(value))}`];
  return Object.entries(value).flatMap(([key, inner]) => php(inner, name === '' ? key : `${name}[${key}]`, code));
}

/** Letters of windows-1251, in which Cyrillic stands in one stretch. */
function in1251(letters: string): number[] {
  return Array.from(letters, (letter) => {
    const code = letter.charCodeAt(0);
    if (code < 0x80) return code;
    if (code >= 0x410 && code <= 0x44f) return code - 0x410 + 0xc0;
    throw new Error(`not in this table: ${letter}`);
  });
}
const percent1251 = (letters: string) =>
  in1251(letters)
    .map((byte) => `%${byte.toString(16).padStart(2, '0')}`)
    .join('');
const typed = (type: string) => ({ 'content-type': type });
const fields = php(event, '').join('&');
const part = (name: string, value: string) =>
  `--b0\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const parts = php(event, '', (plain) => plain).map((field) =>
  part(field.slice(0, field.indexOf('=')), field.slice(field.indexOf('=') + 1)),
);

const carriers: [string, Sent][] = [
  ['JSON', { headers: json, body: text }],
  ['JSON with line ends and blanks', { headers: json, body: JSON.stringify(event, null, 2) }],
  [
    'JSON with its letters escaped',
    {
      headers: json,
      body: text.replace(/[^ -~]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`),
    },
  ],
  ['JSON without a header', { headers: {}, body: text }],
  ['JSON under the header of a form', { headers: form, body: text }],
  ['JSON in a JSON text', { headers: json, body: JSON.stringify(text) }],
  ['JSON in base64', { headers: json, body: Buffer.from(text) }],
  ['JSON after a byte order mark', { headers: json, body: `\ufeff${text}` }],
  [
    'JSON in windows-1251',
    { headers: typed('application/json; charset=windows-1251'), body: Buffer.from(in1251(text)) },
  ],
  ['JSON in windows-1251 that says nothing of it', { headers: json, body: Buffer.from(in1251(text)) }],
  ['JSON in UTF-16', { headers: typed('application/json; charset=utf-16le'), body: Buffer.from(text, 'utf16le') }],
  ['a list of one', { headers: json, body: `[${text}]` }],
  ['`events`', { headers: json, body: `{"events":[${text}]}` }],
  [
    '`events` beside the envelope',
    { headers: json, body: { ...event, data: undefined, events: [{ data: wholeBooking }] } },
  ],
  ['a list in the place of the object', { headers: json, body: { ...event, data: [wholeBooking] } }],
  ['a form', { headers: form, body: fields }],
  [
    'a form with bare brackets',
    {
      headers: form,
      body: php(event, '', (plain) => encodeURIComponent(plain).replace(/%5B/g, '[').replace(/%5D/g, ']')).join('&'),
    },
  ],
  ['a form by look', { headers: {}, body: fields }],
  ['a form in base64', { headers: form, body: Buffer.from(fields) }],
  [
    'a form in windows-1251',
    {
      headers: typed('application/x-www-form-urlencoded; charset=cp1251'),
      body: php(event, '', percent1251).join('&'),
    },
  ],
  ['a form’s `payload`', { headers: form, body: `payload=${encodeURIComponent(text)}` }],
  ['a form’s `json`', { headers: form, body: `json=${encodeURIComponent(text)}` }],
  [
    'a form’s `payload` beside the envelope',
    {
      headers: form,
      body: `event=booking.created&salon[id]=1042&payload=${encodeURIComponent(JSON.stringify({ data: wholeBooking }))}`,
    },
  ],
  [
    'a form’s `data`',
    {
      headers: form,
      body: `event=booking.created&salon[id]=1042&data=${encodeURIComponent(JSON.stringify(wholeBooking))}`,
    },
  ],
  [
    'multipart',
    { headers: typed('multipart/form-data; boundary=b0'), body: Buffer.from(`${parts.join('')}--b0--\r\n`) },
  ],
  [
    'multipart that holds JSON',
    { headers: typed('multipart/form-data; boundary=b0'), body: Buffer.from(`${part('payload', text)}--b0--\r\n`) },
  ],
  ['the query of a GET', { method: 'GET', query: fields }],
  ['the query of a POST without a body', { query: fields }],
];

describe('a booking', () => {
  it.each(carriers)('is the same request in %s', async (_, sent) => {
    const [said, plain] = [aTelling(), aTelling()];
    expect(await said.post(sent)).toMatchObject({ status: 200, events: [{ kind: 'booking', status: 'accepted' }] });
    await said.work();
    await plain.tell(event);
    const expected = await plain.request('7403');
    expect({ ...(await said.request('7403')), events: [] }).toEqual({ ...expected, events: [] });
  });
});

const key = fc.stringMatching(/^[a-zа-я_]{1,6}$/);
const leaf = fc.oneof(
  fc.string({ unit: 'grapheme' }).filter((one) => !one.startsWith('\ufeff')),
  fc.constantFrom('', ' ', '1', 'a&b=c+d%20', '[x]', 'Ж'),
);
const tree = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.dictionary(key, tie('value'), { minKeys: 1, maxKeys: 4 }),
    fc.array(tie('value'), { minLength: 1, maxLength: 3 }),
  ),
})).value;

describe('a form', () => {
  it('of PHP decodes to what JSON of the same data decodes to', () => {
    const decoded = (body: string, contentType: string) =>
      decodeBody({ bytes: Buffer.from(body), contentType, contentEncoding: '' });
    fc.assert(
      fc.property(fc.dictionary(key, tree, { minKeys: 1, maxKeys: 5 }), (data) => {
        const sent = { event: 'deal.updated', x: data };
        expect(decoded(php(sent, '').join('&'), form['content-type'])).toEqual(
          decoded(JSON.stringify(sent), json['content-type']),
        );
      }),
      { numRuns: 300 },
    );
  });
});
