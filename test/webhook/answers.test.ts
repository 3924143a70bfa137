import { describe, it, expect } from '@jest/globals';
import { aBooking, aDeal, aDoor, connected, hookKey, token } from './door.ts';

const json = { 'content-type': 'application/json', 'x-salon-token': token };

describe('the answer table of the webhook', () => {
  it('200 accepted: a booking goes to the bookings queue', async () => {
    const door = aDoor();
    const { status, json: body } = await door.post({ body: aBooking });
    expect(status).toBe(200);
    expect(body).toEqual({
      events: [{ id: expect.stringMatching(/^[0-9a-f]{64}$/), kind: 'booking', status: 'accepted' }],
    });
    expect(door.queued).toMatchObject([{ queue: 'bookings', group: 'arbat' }]);
    expect(door.events()).toEqual([
      {
        v: 1,
        type: 'event',
        accountKey: 'demo',
        salonKey: 'arbat',
        receivedAt: '2026-03-17T14:05:45.000Z',
        eventId: body.events![0]!.id,
        replay: 0,
        warnings: [],
        settings: {
          version: 1,
          isActive: true,
          salonId: '1042',
          salonLogin: 'msc_myata_arbat',
          sendRequests: true,
          sendDeals: true,
          attributeTo: 'campaign',
          defaultCampaignId: '230144',
          useDefaultPipeline: true,
          requestsFrom: 'any',
          timezone: 'Europe/Moscow',
          currency: 'RUB',
        },
        event: { event: 'booking.created', salon: { id: '1042' }, data: { id: '558213' } },
      },
    ]);
  });

  it('200 accepted: a deal goes to the deals queue', async () => {
    const door = aDoor();
    const { json: body } = await door.post({ body: aDeal });
    expect(body.events).toMatchObject([{ kind: 'deal', status: 'accepted' }]);
    expect(door.queued.map(({ queue }) => queue)).toEqual(['deals']);
  });

  it.each([
    ['integration_inactive', { isActive: false }, aDeal, 'deal'],
    ['requests_disabled', { sendRequests: false }, aBooking, 'booking'],
    ['deals_disabled', { sendRequests: false, sendDeals: false }, aDeal, 'deal'],
    ['unknown_event', {}, { hello: 1 }, null],
    ['other_salon', {}, { ...aDeal, salon: { id: 7 } }, 'deal'],
  ] as const)('200 ignored: %s, and queued for the journal with its reason', async (reason, settings, body, kind) => {
    const door = aDoor(connected(settings));
    const answer = await door.post({ body });
    expect(answer.status).toBe(200);
    expect(answer.json.events).toMatchObject([{ kind, status: 'ignored', reason }]);
    expect(door.events()).toMatchObject([{ reason }]);
    expect(door.queued[0]?.queue).toBe(kind === 'deal' ? 'deals' : 'bookings');
  });

  it('200 accepted: a deal with deals off and requests on still speaks of a request', async () => {
    const { json: body } = await aDoor(connected({ sendDeals: false })).post({ body: aDeal });
    expect(body.events).toMatchObject([{ status: 'accepted' }]);
  });

  it.each([
    ['broken JSON', '{"event":'],
    ['nested deeper than 64', `{"a":${'['.repeat(65)}${']'.repeat(65)}}`],
    ['empty', ''],
    ['a top level of null', 'null'],
    ['a number on top', '1'],
    ['a text on top', '"deal"'],
    ['an empty list', '[]'],
    ['no event in a list of events', '{"events":[]}'],
  ])('400 invalid_body: %s', async (_, body) => {
    const door = aDoor();
    const { status, json: answer } = await door.post({ headers: json, body });
    expect(status).toBe(400);
    expect(answer.error?.code).toBe('invalid_body');
    expect(door.events()).toEqual([]);
  });

  it('401 invalid_token: one and the same answer for a wrong, missing or disagreeing token, an unknown or an ended hook key', async () => {
    const ended = connected({ hookKeys: [{ key: hookKey, endsAt: '2026-03-17T14:05:45.000Z' }] });
    const answers = await Promise.all([
      aDoor().post({ headers: { 'x-salon-token': 'wrong' }, body: aDeal }),
      aDoor().post({ headers: {}, body: aDeal }),
      aDoor().post({ query: 'token=other', body: aDeal }),
      aDoor().post({ path: 'a'.repeat(40), body: aDeal }),
      aDoor().post({ path: 'short', body: aDeal }),
      aDoor(ended).post({ body: aDeal }),
    ]);
    expect(answers[0].status).toBe(401);
    expect(answers[0].json.error?.code).toBe('invalid_token');
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it.each([
    ['a body over 1 MiB', JSON.stringify({ ...aDeal, list: Array(12).fill('x'.repeat(90_000)) })],
    ['over 100 events', JSON.stringify(Array(101).fill(aDeal))],
    ['one event over 200 KB', JSON.stringify([aDeal, { ...aDeal, comment: 'x'.repeat(204_800) }])],
    ['an event that SQS could not hold once escaped', JSON.stringify({ ...aDeal, comment: '\uffff'.repeat(60_000) })],
  ])('413 too_large: %s, and nothing of it is queued', async (_, body) => {
    const door = aDoor();
    const { status, json: answer } = await door.post({ headers: json, body });
    expect(status).toBe(413);
    expect(answer.error?.code).toBe('too_large');
    expect(door.events()).toEqual([]);
  });

  it('200 for an event that SQS holds as it travels, to the byte: a letter that it refuses travels as six', async () => {
    const answered = async (comment: string) => {
      const door = aDoor();
      const { status } = await door.post({ body: { ...aDeal, comment } });
      return { status, bytes: Buffer.byteLength(door.queued[0]?.body ?? '') };
    };
    const { bytes } = await answered('\uffff');
    const letters = Math.floor((262_144 - bytes) / 6) + 1;
    const padding = (262_144 - bytes) % 6;
    expect(await answered('\uffff'.repeat(letters) + 'x'.repeat(padding))).toEqual({ status: 200, bytes: 262_144 });
    expect((await answered('\uffff'.repeat(letters) + 'x'.repeat(padding + 1))).status).toBe(413);
  });

  it('200 for 100 events, and for a body of exactly 1 MiB', async () => {
    expect((await aDoor().post({ body: Array(100).fill(aDeal) })).status).toBe(200);
    const bare = JSON.stringify([aDeal, aDeal, aDeal, aDeal, aDeal, aDeal]);
    const padded = `${bare.slice(0, -1)}${' '.repeat(1_048_576 - bare.length)}]`;
    expect((await aDoor().post({ body: padded })).status).toBe(200);
    expect((await aDoor().post({ body: `${padded} ` })).status).toBe(413);
  });

  it.each([
    ['neither JSON nor a form by header nor by look', { 'content-type': 'text/plain' }, 'hello there'],
    ['a Content-Encoding other than identity', { ...json, 'content-encoding': 'gzip' }, JSON.stringify(aDeal)],
    ['a charset nobody knows', { 'content-type': 'application/json; charset=martian' }, JSON.stringify(aDeal)],
  ])('415 unsupported_media_type: %s', async (_, headers, body) => {
    const { status, json: answer } = await aDoor().post({ headers: { 'x-salon-token': token, ...headers }, body });
    expect(status).toBe(415);
    expect(answer.error?.code).toBe('unsupported_media_type');
  });

  it('503 unavailable with Retry-After: the queue refused the event', async () => {
    const door = aDoor(connected(), { send: (outgoing) => Promise.resolve(outgoing.map(() => false)) });
    const { status, headers, json: answer } = await door.post({ body: aDeal });
    expect(status).toBe(503);
    expect(headers['retry-after']).toMatch(/^\d+$/);
    expect(answer.events).toEqual([
      { id: expect.stringMatching(/^[0-9a-f]{64}$/), kind: 'deal', status: 'unavailable' },
    ]);
  });

  it('503 unavailable: of a batch, which events were not queued', async () => {
    const door = aDoor(connected(), {
      send: (outgoing) => Promise.resolve(outgoing.map(({ queue }) => queue === 'bookings')),
    });
    const { status, json: answer } = await door.post({ body: [aBooking, aDeal, { hello: 1 }] });
    expect(status).toBe(503);
    expect(answer.events).toMatchObject([
      { kind: 'booking', status: 'accepted' },
      { kind: 'deal', status: 'unavailable' },
      { kind: null, status: 'ignored', reason: 'unknown_event' },
    ]);
  });

  it('503 unavailable: settings cannot be read', async () => {
    const door = aDoor(connected(), { findHook: () => Promise.reject(new Error('no table')) });
    const { status, headers, json: answer } = await door.post({ body: aDeal });
    expect([status, answer.error?.code, headers['retry-after'] !== undefined]).toEqual([503, 'unavailable', true]);
  });

  it.each(['GET', 'HEAD'])('%s answers 200 with no body, whatever the hook key, and reads nothing', async (method) => {
    const door = aDoor();
    const { status, text } = await door.post({ method, path: 'anything', headers: {} });
    expect([status, text, door.state.reads]).toEqual([200, '', 0]);
  });

  it('takes no other method', async () => {
    const door = aDoor();
    const { status } = await door.post({ method: 'PUT', body: aDeal });
    expect([status, door.queued]).toEqual([405, []]);
  });

  it('never lets an answer be stored', async () => {
    const { headers } = await aDoor().post({ body: aDeal });
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  });
});
