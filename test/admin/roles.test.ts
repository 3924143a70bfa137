import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiRoutes } from '../../lib/model/routes.ts';
import { anEvent, startStand, type Stand } from './stand.ts';

let stand: Stand;
beforeAll(async () => {
  stand = await startStand();
});
afterAll(() => stand.close());

const reads = [
  'GET /api/me',
  'GET /api/accounts',
  'GET /api/salons',
  'GET /api/salons/{id}',
  'GET /api/catalog/campaigns',
  'GET /api/catalog/sources',
  'GET /api/catalog/sites',
  'GET /api/requests',
  'GET /api/requests/{id}',
  'GET /api/deals',
  'GET /api/deals/{id}',
  'GET /api/pipelines',
  'GET /api/events',
  'GET /api/events/{id}',
];
const writes = [
  'POST /api/salons',
  'PUT /api/salons/{id}',
  'PUT /api/catalog/campaigns',
  'PUT /api/catalog/sources',
  'PUT /api/catalog/sites',
];
const open = ['GET /api/me', 'GET /api/accounts'];

/** A body that every write refuses, so that nothing is written. */
const body = { nonsense: true };
const refusedHere = [401, 403];

describe('roles', () => {
  it('are told for every route there is', () => {
    expect([...reads, ...writes].sort()).toEqual(Object.keys(apiRoutes).sort());
  });

  it.each(reads)('a viewer may %s', async (route) => {
    const { status } = await stand.ask(route, { as: 'viewer', id: 'unknown' });
    expect(refusedHere).not.toContain(status);
  });

  it.each(writes)('a viewer may not %s', async (route) => {
    const { status, body: answer } = await stand.ask(route, { as: 'viewer', id: 'unknown', body });
    expect(status).toBe(403);
    expect(answer).toMatchObject({ error: { code: 'forbidden' } });
  });

  it.each([...reads, ...writes])('an admin may %s', async (route) => {
    const { status } = await stand.ask(route, { id: 'unknown', ...(writes.includes(route) ? { body } : {}) });
    expect(refusedHere).not.toContain(status);
  });

  it.each([...reads, ...writes])('an operator may %s in the account that it names', async (route) => {
    const sent = writes.includes(route) ? { body } : {};
    const { status } = await stand.ask(route, { as: 'operator', account: 'other', id: 'unknown', ...sent });
    expect(refusedHere).not.toContain(status);
  });

  it.each([...reads, ...writes])('%s wants a token', async (route) => {
    expect((await stand.send(anEvent(route, {}, { id: 'unknown', body }))).status).toBe(401);
  });
});

describe('the account', () => {
  it.each([...reads, ...writes].filter((route) => !open.includes(route)))(
    'must be named by an operator to %s',
    async (route) => {
      const { status, body: answer } = await stand.ask(route, { as: 'operator', id: 'unknown', body });
      expect(status).toBe(400);
      expect(answer).toMatchObject({ error: { code: 'account_required' } });
    },
  );

  it('that an operator names must exist', async () => {
    expect((await stand.ask('GET /api/salons', { as: 'operator', account: 'nowhere' })).status).toBe(404);
    expect((await stand.ask('GET /api/salons', { as: 'operator', account: '#' })).status).toBe(404);
  });

  it('is their own for everybody else: naming it does nothing, naming another is forbidden', async () => {
    expect((await stand.ask('GET /api/me', { account: 'demo' })).status).toBe(200);
    expect((await stand.ask('GET /api/me', { account: 'other' })).status).toBe(403);
    expect((await stand.ask('GET /api/salons', { account: 'other' })).status).toBe(403);
    expect((await stand.ask('GET /api/events', { account: '-' })).status).toBe(403);
  });

  it('`-` has deliveries and nothing else', async () => {
    const events = await stand.ask('GET /api/events', { as: 'operator', account: '-' });
    expect([events.status, events.body]).toEqual([200, { items: [] }]);
    for (const route of ['GET /api/salons', 'GET /api/requests', 'GET /api/pipelines', 'GET /api/me']) {
      expect((await stand.ask(route, { as: 'operator', account: '-' })).status).toBe(404);
    }
  });

  it('lists: to an operator all of them, to others their own', async () => {
    const ids = async (as: string) =>
      ((await stand.ask('GET /api/accounts', { as })).body['items'] as { id: string }[]).map(({ id }) => id);
    expect(await ids('operator')).toEqual(['demo', 'other']);
    expect(await ids('viewer')).toEqual(['demo']);
    expect(await ids('stranger')).toEqual(['other']);
  });

  it('is not told to an operator who names none', async () => {
    const { body: answer } = await stand.ask('GET /api/me', { as: 'operator' });
    expect(answer).toEqual({ subject: 'operator', role: 'operator' });
  });

  it('of a member that is no more admits nobody', async () => {
    await stand.settings.saveMember({
      v: 1,
      subject: 'orphan',
      role: 'admin',
      accountKey: 'gone',
      createdAt: '2026-03-01T00:00:00.000Z',
    });
    expect((await stand.ask('GET /api/me', { as: 'orphan' })).status).toBe(401);
  });

  it('answers never hold its secret', async () => {
    const secret = Buffer.alloc(32, 7).toString('base64');
    for (const route of ['GET /api/me', 'GET /api/accounts']) {
      expect((await stand.ask(route, { as: 'operator', account: 'demo' })).text).not.toContain(secret);
    }
  });
});

describe('what cannot be read', () => {
  const post = (over: object, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
    stand.ask('POST /api/salons', { event: { ...over, headers: { ...headers, authorization: bearer } } });
  let bearer = '';
  beforeAll(async () => {
    bearer = `Bearer ${await stand.tokens.token('admin')}`;
  });

  it('is a route that there is not', async () => {
    expect((await stand.ask('GET /api/nothing')).status).toBe(404);
    expect((await stand.ask('constructor')).status).toBe(404);
  });

  it('is a body that is not said to be JSON', async () => {
    expect((await post({ body: '{}' }, {})).body).toMatchObject({ error: { code: 'unsupported_media_type' } });
    expect((await post({ body: 'a=1' }, { 'content-type': 'text/plain' })).status).toBe(415);
  });

  it.each(['{"salonName":"МЕТКА"', '', '[]', 'null', '"МЕТКА"', '1', '{"__proto__":{"МЕТКА":1}}', '['.repeat(200_000)])(
    'is a body that is no object of ours (%#), and it is not echoed',
    async (sent) => {
      const { status, text, body: answer } = await post({ body: sent });
      expect(status).toBe(400);
      expect(answer).toMatchObject({ error: { code: 'invalid_request' } });
      expect(text).not.toContain('МЕТКА');
      expect(text.length).toBeLessThan(300);
    },
  );

  it('is no body in base64 of JSON: that is read', async () => {
    const encoded = { body: Buffer.from('{"nonsense":1}').toString('base64'), isBase64Encoded: true };
    expect((await post(encoded)).body).toMatchObject({ error: { fields: { '*': 'unknown_field' } } });
  });

  it.each([
    [{ МЕТКА: 1 }, { '*': 'unknown_field' }],
    [{ isActive: 'МЕТКА' }, { isActive: 'boolean' }],
    [
      { lookbackDays: 0, requestsFrom: 'МЕТКА' },
      { lookbackDays: 'min_value', requestsFrom: 'picklist' },
    ],
    [{ stageTypes: { МЕТКА: 'МЕТКА' } }, { 'stageTypes.*': 'picklist' }],
    [{ token: 'short' }, { token: 'min_length' }],
  ])('names the fields at fault by path and code, never by what was sent (%#)', async (sent, fields) => {
    const { status, body: answer, text } = await stand.ask('POST /api/salons', { body: sent });
    expect(status).toBe(400);
    expect(answer).toEqual({ error: { code: 'invalid_request', message: expect.any(String), fields } });
    expect(text).not.toContain('МЕТКА');
  });

  it.each([
    { limit: '0' },
    { limit: '501' },
    { from: 'yesterday' },
    { from: '2026-02-30' },
    { order: 'up' },
    { cursor: '!' },
  ])('is a query with %j', async (query) => {
    const { status, body: answer } = await stand.ask('GET /api/requests', { query });
    expect(status).toBe(400);
    expect(answer).toMatchObject({ error: { fields: { [Object.keys(query)[0]!]: expect.any(String) } } });
  });
});
