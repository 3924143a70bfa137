import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiRoutes } from '../../lib/model/routes.ts';
import { anEvent, startStand, type Stand } from './stand.ts';

let stand: Stand;
beforeAll(async () => {
  stand = await startStand();
});
afterAll(() => stand.close());

/** Who may, by hand: a route that is not told here fails the first test. */
const least = {
  'GET /api/me': 'viewer',
  'GET /api/accounts': 'viewer',
  'POST /api/accounts': 'operator',
  'PUT /api/accounts/{id}': 'operator',
  'GET /api/members': 'admin',
  'POST /api/members': 'admin',
  'DELETE /api/members/{id}': 'admin',
  'GET /api/salons': 'viewer',
  'POST /api/salons': 'admin',
  'GET /api/salons/{id}': 'viewer',
  'GET /api/salons/{id}/fields': 'viewer',
  'GET /api/salons/{id}/test': 'viewer',
  'DELETE /api/salons/{id}/test': 'admin',
  'POST /api/salons/{id}/test': 'admin',
  'POST /api/salons/{id}/import': 'admin',
  'GET /api/salons/{id}/hooks': 'viewer',
  'POST /api/salons/{id}/rotate-hook': 'admin',
  'DELETE /api/salons/{id}': 'admin',
  'POST /api/salons/{id}/restore': 'admin',
  'PUT /api/salons/{id}': 'admin',
  'POST /api/salons/{id}/preview': 'admin',
  'GET /api/catalog/campaigns': 'viewer',
  'GET /api/catalog/sources': 'viewer',
  'GET /api/catalog/sites': 'viewer',
  'PUT /api/catalog/campaigns': 'admin',
  'PUT /api/catalog/sources': 'admin',
  'PUT /api/catalog/sites': 'admin',
  'GET /api/requests': 'viewer',
  'GET /api/requests/{id}': 'viewer',
  'GET /api/deals': 'viewer',
  'GET /api/deals/{id}': 'viewer',
  'GET /api/pipelines': 'viewer',
  'GET /api/managers': 'viewer',
  'GET /api/contacts': 'viewer',
  'GET /api/connection': 'viewer',
  'PUT /api/connection': 'admin',
  'POST /api/deals/{id}/link': 'admin',
  'POST /api/connection/check': 'admin',
  'POST /api/connection/load': 'admin',
  'GET /api/refused': 'viewer',
  'GET /api/events': 'viewer',
  'GET /api/events/{id}': 'viewer',
  'GET /api/audit': 'admin',
  'POST /api/search': 'viewer',
  'GET /api/problems': 'viewer',
  'GET /api/health': 'viewer',
  'GET /api/jobs': 'viewer',
  'POST /api/jobs': 'admin',
  'GET /api/jobs/{id}': 'viewer',
  'POST /api/jobs/{id}/start': 'admin',
  'POST /api/jobs/{id}/stop': 'admin',
};
const routes = Object.keys(least) as (keyof typeof least)[];
const open = ['GET /api/me', 'GET /api/accounts', 'POST /api/accounts', 'PUT /api/accounts/{id}'];
const people = [
  ['viewer', {}],
  ['admin', {}],
  ['operator', { account: 'other' }],
] as const;
const ranks = people.map(([as]) => as);

/** A body that every write refuses, so that nothing is written. */
const body = { nonsense: true };
const sent = (route: string) => (/^(POST|PUT) /.test(route) ? { body } : {});

describe('roles', () => {
  it('are told for every route there is', () => {
    expect([...routes].sort()).toEqual(Object.keys(apiRoutes).sort());
  });

  const table = routes.flatMap((route) => people.map(([as, where]) => ({ route, as, where })));
  const may = ({ route, as }: (typeof table)[number]) => ranks.indexOf(as) >= ranks.indexOf(least[route] as typeof as);

  it.each(table.filter(may))('let the $as $route', async ({ route, as, where }) => {
    const { status } = await stand.ask(route, { as, ...where, id: 'unknown', ...sent(route) });
    expect([401, 403]).not.toContain(status);
  });

  it.each(table.filter((one) => !may(one)))('do not let the $as $route', async ({ route, as, where }) => {
    const { status, body: answer } = await stand.ask(route, { as, ...where, id: 'unknown', ...sent(route) });
    expect(status).toBe(403);
    expect(answer).toMatchObject({ error: { code: 'forbidden' } });
  });

  it.each(routes)('%s wants a token', async (route) => {
    expect((await stand.send(anEvent(route, {}, { id: 'unknown', body }))).status).toBe(401);
  });
});

describe('the account', () => {
  it.each(routes.filter((route) => !open.includes(route)))('must be named by an operator to %s', async (route) => {
    const { status, body: answer } = await stand.ask(route, { as: 'operator', id: 'unknown', body });
    expect(status).toBe(400);
    expect(answer).toMatchObject({ error: { code: 'account_required' } });
  });

  it('that an operator names must exist', async () => {
    expect((await stand.ask('GET /api/salons', { as: 'operator', account: 'nowhere' })).status).toBe(404);
    expect((await stand.ask('GET /api/salons', { as: 'operator', account: '#' })).status).toBe(404);
    const endless = 'a'.repeat(2000);
    expect((await stand.ask('GET /api/salons', { as: 'operator', account: endless })).status).toBe(404);
  });

  it('is their own for everybody else: naming it does nothing, naming another is forbidden', async () => {
    expect((await stand.ask('GET /api/me', { account: 'demo' })).status).toBe(200);
    expect((await stand.ask('GET /api/me', { account: 'other' })).status).toBe(403);
    expect((await stand.ask('GET /api/salons', { account: 'other' })).status).toBe(403);
    expect((await stand.ask('GET /api/events', { account: '-' })).status).toBe(403);
  });

  it('`-` has deliveries and operators, and nothing else', async () => {
    const events = await stand.ask('GET /api/events', { as: 'operator', account: '-' });
    expect([events.status, events.body]).toEqual([200, { items: [] }]);
    expect((await stand.ask('GET /api/members', { as: 'operator', account: '-' })).status).toBe(200);
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
      { currency: 'РУБ', requestsFrom: 'МЕТКА' },
      { currency: 'regex', requestsFrom: 'picklist' },
    ],
    [{ stageTypes: { МЕТКА: 'МЕТКА' } }, { 'stageTypes.*': 'picklist' }],
    [{ token: 4712 }, { token: 'string' }],
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
