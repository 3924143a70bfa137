import { describe, expect, it } from '@jest/globals';
import { aClock, aDoorOf, form, json, type Sent } from './door.ts';
import { aConnectedSalon, aTelling, E, hookKey, token } from './told.ts';

const deal = E('deal.updated', { id: 5 });
const booking = E('booking.updated', { id: 5 });
const id = expect.stringMatching(/^[0-9a-f]{64}$/) as unknown;

describe('200 accepted', () => {
  it.each([
    [deal, 'deal'],
    [booking, 'booking'],
  ])('is answered when the event is queued: %j', async (body, kind) => {
    const salon = aTelling();
    const { status, text } = await salon.post({ body });
    expect([status, JSON.parse(text)]).toEqual([200, { events: [{ id, kind, status: 'accepted' }] }]);
    expect(salon.queued).toHaveLength(1);
  });

  it('is answered about each event of a body, in its order', async () => {
    const { events } = await aTelling().post({ body: [booking, { hello: 1 }, deal] });
    expect(events).toEqual([
      { id, kind: 'booking', status: 'accepted' },
      { id, kind: null, status: 'ignored', reason: 'unknown_event' },
      { id, kind: 'deal', status: 'accepted' },
    ]);
  });
});

describe('200 ignored, queued for the journal with its reason', () => {
  it.each([
    ['integration_inactive', { isActive: false }, deal],
    ['integration_inactive', { isActive: false }, booking],
    ['requests_disabled', { sendRequests: false }, booking],
    ['deals_disabled', { sendRequests: false, sendDeals: false }, deal],
    ['unknown_event', {}, { event: 'payment.received', data: { id: 5 } }],
    ['unknown_event', {}, { hello: 1 }],
    ['other_salon', {}, { ...deal, salon: { id: 7 } }],
  ])('%s', async (reason, settings, body) => {
    const salon = aTelling(settings);
    const { status, events } = await salon.post({ body });
    expect([status, events]).toEqual([200, [expect.objectContaining({ id, status: 'ignored', reason })]]);
    await salon.work();
    const line = await salon.lastLine();
    expect(line.status).toBe('ignored');
    expect([line.deal, line.request]).toContainEqual({ outcome: 'ignored', reason });
    expect(line.message.event).toBeDefined();
    expect([await salon.hasDeal('5'), await salon.hasRequest('5')]).toEqual([false, false]);
  });

  it('requests_disabled is of a booking, deals_disabled of a deal with both off', async () => {
    const answered = async (settings: object, body: object) =>
      (await aTelling(settings).post({ body })).events[0]?.status;
    expect(await answered({ sendDeals: false }, deal)).toBe('accepted');
    expect(await answered({ sendRequests: false }, deal)).toBe('accepted');
    expect(await answered({ sendDeals: false }, booking)).toBe('accepted');
  });
});

describe('an event that nobody understands', () => {
  it.each([[[{}]], [['hello', deal]], [[null, deal]], [[7]], [{ events: [{}, deal] }], [[[deal]]]])(
    'is kept: an element that is no object, or {}, is an unknown_event: %j',
    async (body) => {
      const salon = aTelling();
      const { status, events } = await salon.post({ body });
      expect([status, events[0]]).toEqual([200, { id, kind: null, status: 'ignored', reason: 'unknown_event' }]);
      await salon.work();
      expect(await salon.eventsListed()).toHaveLength(events.length);
    },
  );
});

describe('400 invalid_body', () => {
  const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
  it.each<[string, Sent]>([
    ['broken JSON', { body: '{"event":"deal.updated",}' }],
    ['JSON cut off', { body: '{"event":"deal.updated"' }],
    ['JSON nested deeper than 64', { body: nested(65) }],
    ['lists nested deeper than 64', { body: `${'['.repeat(65)}${']'.repeat(65)}` }],
    ['a form nested deeper than 64', { headers: form, body: `a${'[b]'.repeat(64)}=1` }],
    ['what is JSON by its header alone', { headers: json, body: 'hello there' }],
    ['an empty body', { body: '' }],
    ['blanks alone', { body: ' \r\n ' }],
    ['a byte order mark alone', { body: Buffer.from([0xef, 0xbb, 0xbf]) }],
    ['a number', { headers: json, body: '7' }],
    ['a text', { headers: json, body: '"deal.updated"' }],
    ['true', { headers: json, body: 'true' }],
    ['null', { headers: json, body: 'null' }],
    ['a JSON text of no object', { headers: json, body: '"7"' }],
    ['an empty list', { body: '[]' }],
    ['an empty list of events', { body: '{"event":"deal.updated","events":[]}' }],
    ['a JSON text of an empty list', { body: '"[]"' }],
    [
      'broken JSON in the payload of a form nested too deep',
      { headers: form, body: `payload=${encodeURIComponent(nested(65))}` },
    ],
  ])('is answered to %s', async (_, sent) => {
    const salon = aTelling();
    const { status, code } = await salon.post(sent);
    expect([status, code]).toEqual([400, 'invalid_body']);
  });

  it('is not answered to 64 levels', async () => {
    expect((await aTelling().post({ body: nested(64) })).status).toBe(200);
    expect((await aTelling().post({ headers: form, body: `a${'[b]'.repeat(63)}=1` })).status).toBe(200);
  });

  it('is not fooled by brackets in texts', async () => {
    expect((await aTelling().post({ body: JSON.stringify({ ...deal, note: '['.repeat(500) }) })).status).toBe(200);
  });
});

describe('401 invalid_token', () => {
  it('is one and the same answer, whatever the reason', async () => {
    const ended = { hookKeys: [{ key: hookKey, endsAt: '2026-11-26T12:00:00.000Z' }] };
    const answers = [
      await aTelling().post({ headers: { 'x-salon-token': 'wrong-token' }, body: deal }),
      await aTelling().post({ headers: { 'x-salon-token': '' }, body: deal }),
      await aTelling().post({ query: 'token=other-token', body: deal }),
      await aTelling().post({ path: 'u'.repeat(40), body: deal }),
      await aTelling().post({ path: 'short', body: deal }),
      await aTelling().post({ path: '', body: deal }),
      await aTelling(ended).post({ body: deal }),
    ];
    expect(answers[0]).toMatchObject({ status: 401, code: 'invalid_token' });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });
});

describe('415 unsupported_media_type', () => {
  const media = async (headers: Record<string, string>, body: unknown) => {
    const { status, code } = await aTelling().post({ headers, body });
    return [status, code];
  };
  const refused = [415, 'unsupported_media_type'];

  it('is answered to what is neither JSON nor a form by header, nor by look', async () => {
    expect(await media({ 'content-type': 'text/plain' }, 'hello there')).toEqual(refused);
    expect(await media({ 'content-type': 'text/xml' }, '<deal id="5"/>')).toEqual(refused);
    expect(await media({}, 'Здравствуйте')).toEqual(refused);
  });

  it.each(['gzip', 'br', 'deflate', 'identity, gzip', 'x-zip'])(
    'is answered to the Content-Encoding %s',
    async (coding) => {
      expect(await media({ ...json, 'content-encoding': coding }, JSON.stringify(deal))).toEqual(refused);
    },
  );

  it('is not answered to the Content-Encoding identity', async () => {
    expect(await media({ ...json, 'content-encoding': 'Identity' }, JSON.stringify(deal))).toEqual([200, undefined]);
  });

  it('is answered to a charset that nobody knows', async () => {
    expect(await media({ 'content-type': 'application/json; charset=martian' }, JSON.stringify(deal))).toEqual(refused);
    expect(
      await media({ 'content-type': 'application/x-www-form-urlencoded;charset="x-none"' }, 'event=deal.updated'),
    ).toEqual(refused);
  });
});

describe('503 unavailable with Retry-After', () => {
  const refusing = (takes: (body: string) => boolean) =>
    aDoorOf({
      salon: () => aConnectedSalon(),
      now: aClock().now,
      queue: [],
      send: (outgoing) => Promise.resolve(outgoing.map(({ body }) => takes(body))),
    });
  const headers = { 'x-salon-token': token };

  it('is answered when the queue refused', async () => {
    const {
      status,
      headers: answered,
      events,
    } = await refusing(() => false).post({ path: hookKey, headers, body: deal });
    expect([status, events]).toEqual([503, [{ id, kind: 'deal', status: 'unavailable' }]]);
    expect(Number(answered['retry-after'])).toBeGreaterThan(0);
  });

  it('says in a batch which events were not queued', async () => {
    const door = refusing((body) => !body.includes('"id":"6"'));
    const { status, events } = await door.post({
      path: hookKey,
      headers,
      body: [deal, E('deal.updated', { id: 6 }), booking],
    });
    expect([status, events.map(({ status: said }) => said)]).toEqual([503, ['accepted', 'unavailable', 'accepted']]);
  });
});
