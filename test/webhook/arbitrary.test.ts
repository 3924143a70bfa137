import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bodyOfMessage } from '../../lib/model/message.ts';
import { decoded } from '../build/event.ts';
import { aDoor, connected, token, type Answered, type Post } from './door.ts';

const refusals: Record<number, string> = {
  400: '{"error":{"code":"invalid_body","message":"The body cannot be read."}}',
  401: '{"error":{"code":"invalid_token","message":"The hook or the token is not valid."}}',
  413: '{"error":{"code":"too_large","message":"The body, its number of events or one of them is too large."}}',
  415: '{"error":{"code":"unsupported_media_type","message":"The body must be JSON or a form, without a content encoding."}}',
};
const event =
  '{"id":"[0-9a-f]{64}","kind":(null|"booking"|"deal"),"status":"(accepted|ignored)"(,"reason":"(unknown_event|other_salon)")?}';
const kept = new RegExp(`^{"events":\\[${event}(,${event})*\\]}$`);

/** Every answer is one of these texts, letter for letter: nothing of the input can be in it. */
function expectOwnWords({ status, text }: Answered) {
  if (status === 200) expect(text).toMatch(kept);
  else expect(text).toBe(refusals[status]);
}

/** Posts it, and checks that what is decoded and admitted is queued, once, and as SQS takes it. */
async function check(post: Post) {
  const door = aDoor(connected());
  const answer = await door.post(post);
  expectOwnWords(answer);
  expect(door.events().map(({ eventId }) => eventId)).toEqual((answer.json.events ?? []).map(({ id }) => id));
  for (const { body, message } of door.queued) {
    expect(body).toMatch(/^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u);
    expect(JSON.parse(bodyOfMessage(message))).toEqual(JSON.parse(body));
  }
  return { door, answer };
}

const bytes = fc.uint8Array({ maxLength: 300 });
const contentType = fc.oneof(
  fc.constantFrom(
    'application/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=b',
    'text/plain; charset=utf-16le',
    'application/json; charset=koi8-r',
    '',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const name = fc.oneof(
  fc.constantFrom('event', 'data', 'events', 'salon', 'id', 'token', 'payload', 'json', '__proto__', 'status', 'deal'),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const form = fc
  .array(
    fc.tuple(name, fc.array(fc.oneof(name, fc.constantFrom('', '0', '4294967296')), { maxLength: 4 }), fc.string()),
  )
  .map((fields) =>
    fields
      .map(([top, path, value]) =>
        [`${top}${path.map((part) => `[${part}]`).join('')}`, value].map(encodeForm).join('='),
      )
      .join('&'),
  );
/** As PHP would, but for lone surrogates, which no encoder takes. */
const encodeForm = (text: string) => encodeURIComponent(text.toWellFormed());
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.bigInt().map(String),
    fc.constant(null),
    fc.boolean(),
    tie('object'),
    fc.array(tie('value'), { maxLength: 4 }),
  ),
  object: fc.dictionary(name, tie('value'), { maxKeys: 5 }),
}));

describe('the door, whatever comes', () => {
  it('never fails, never hangs and never echoes on arbitrary bytes and headers', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, contentType, fc.dictionary(fc.string(), fc.string()), async (body, type, more) => {
        await check({ headers: { ...more, 'content-type': type, 'x-salon-token': token }, body });
      }),
      { numRuns: 500 },
    );
  });

  it('never fails on arbitrary hook keys, methods and queries', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.string(), async (path, query) => {
        const { answer } = await check({ path, query, body });
        expect(answer.status).toBe(401);
      }),
      { numRuns: 200 },
    );
  });

  it('queues what a form says', async () => {
    await fc.assert(
      fc.asyncProperty(form, async (fields) => {
        const headers = { 'content-type': 'application/x-www-form-urlencoded', 'x-salon-token': token };
        const { answer } = await check({ headers, body: fields });
        expect([200, 400, 401, 413]).toContain(answer.status);
      }),
      { numRuns: 500 },
    );
  });

  it('queues every event of JSON that can be decoded, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(json.value, async (value) => {
        const text = JSON.stringify(value);
        const result = decoded(text, 'application/json');
        const { answer, door } = await check({ body: text });
        if (!result.ok) expect(answer.status).toBe(400);
        else if (result.tokens.length === 0)
          expect([answer.status, door.events().length]).toEqual([200, result.events.length]);
      }),
      { numRuns: 500 },
    );
  });
});

const body = { event: 'deal.updated', data: { id: 1 } };
