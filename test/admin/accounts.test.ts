import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startStand, type Stand } from './stand.ts';

let stand: Stand;
beforeAll(async () => {
  stand = await startStand();
});
afterAll(() => stand.close());

const operator = { as: 'operator' };
async function opened(body: object = { name: 'Мята' }): Promise<string> {
  const answer = await stand.ask('POST /api/accounts', { ...operator, body });
  expect(answer.status).toBe(201);
  return String(answer.body['id']);
}
const save = (id: string, body: object) => stand.ask('PUT /api/accounts/{id}', { ...operator, id, body });

describe('a new account', () => {
  it('has what was sent, a key of its own and no component that was not named', async () => {
    const { status, body } = await stand.ask('POST /api/accounts', { ...operator, body: { name: ' Мята ' } });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{24}$/),
      name: 'Мята',
      timezone: 'Europe/Moscow',
      components: [],
      maskPersons: true,
      version: 1,
      createdAt: expect.any(String),
    });
    const all = await stand.ask('GET /api/accounts', operator);
    expect(all.body['items']).toContainEqual(body);
  });

  it('has a secret of 32 bytes that no other has, and no answer and no audit line holds it', async () => {
    const secrets = new Set<string>();
    for (const id of [await opened(), await opened()]) {
      const secret = (await stand.settings.findAccount(id))?.hmacSecret ?? '';
      expect(Buffer.from(secret, 'base64')).toHaveLength(32);
      secrets.add(secret);
      const answers = [
        await stand.ask('GET /api/accounts', operator),
        await stand.ask('GET /api/me', { ...operator, account: id }),
        await save(id, { version: 1, name: 'Иная' }),
      ];
      const said = answers.map(({ text }) => text).join() + JSON.stringify(await stand.settings.listAudit(id));
      expect(said).not.toContain(secret);
      expect((await stand.settings.findAccount(id))?.hmacSecret).toBe(secret);
    }
    expect(secrets.size).toBe(2);
  });

  it.each([
    [{}, { name: 'required' }],
    [{ name: ' ' }, { name: 'min_length' }],
    [{ name: 'Мята', hmacSecret: 'mine' }, { '*': 'unknown_field' }],
    [{ name: 'Мята', components: ['reports'] }, { 'components.0': 'picklist' }],
  ])('is refused with %j', async (body, fields) => {
    const answer = await stand.ask('POST /api/accounts', { ...operator, body });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ error: { code: 'invalid_request', fields } });
  });

  it('lives in a time zone that there is', async () => {
    const body = { name: 'Мята', timezone: 'Europe/Atlantis' };
    const answer = await stand.ask('POST /api/accounts', { ...operator, body });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ error: { code: 'invalid_settings', fields: { timezone: 'invalid' } } });
  });
});

describe('a saved account', () => {
  it('keeps what is absent, and each component once in one order', async () => {
    const id = await opened({ name: 'Мята', components: ['endToEndAnalytics'] });
    const components = ['endToEndAnalytics', 'offlineRequests', 'endToEndAnalytics'];
    const { status, body } = await save(id, { version: 1, components });
    expect(status).toBe(200);
    expect(body).toMatchObject({ name: 'Мята', components: ['offlineRequests', 'endToEndAnalytics'], version: 2 });
    expect((await save(id, { ...body, name: 'Мята и лимон' })).body).toEqual({
      ...body,
      name: 'Мята и лимон',
      version: 3,
    });
  });

  it('may be one that was put without a version: it is at its first', async () => {
    expect((await save('other', { version: 1, name: 'Чужой, снова' })).body).toMatchObject({ version: 2 });
  });

  it('is won by exactly one of many that start from one version', async () => {
    const id = await opened();
    const names = ['А', 'Б', 'В', 'Г', 'Д', 'Е'];
    const answers = await Promise.all(names.map((name) => save(id, { version: 1, name })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
    expect(await stand.settings.listAudit(id)).toHaveLength(2);
  });

  it('must exist', async () => {
    expect((await save('nowhere', { version: 1 })).status).toBe(404);
    expect((await save('a'.repeat(2000), { version: 1 })).status).toBe(404);
    expect((await save('-', { version: 1 })).status).toBe(404);
  });

  it('names a real time zone and the version that it starts from', async () => {
    const id = await opened();
    expect((await save(id, { name: 'Иная' })).body).toMatchObject({ error: { fields: { version: 'required' } } });
    const { body } = await save(id, { version: 1, timezone: 'Nowhere' });
    expect(body).toMatchObject({ error: { code: 'invalid_settings', fields: { timezone: 'invalid' } } });
  });

  it('leaves audit lines: who, when and what changed', async () => {
    const id = await opened({ name: 'Мята', components: ['offlineRequests'] });
    await save(id, { version: 1, components: [] });
    expect(await stand.settings.listAudit(id)).toEqual([
      {
        v: 1,
        at: expect.any(String),
        subject: 'operator',
        what: 'account_created',
        version: 1,
        changes: {
          name: { to: 'Мята' },
          timezone: { to: 'Europe/Moscow' },
          components: { to: ['offlineRequests'] },
          maskPersons: { to: true },
        },
      },
      {
        v: 1,
        at: expect.any(String),
        subject: 'operator',
        what: 'account_saved',
        version: 2,
        changes: { components: { from: ['offlineRequests'], to: [] } },
      },
    ]);
  });
});

describe('a component that is taken from an account', () => {
  it('leaves salons as they are but for what they say of it', async () => {
    const account = await opened({ name: 'Мята', components: ['endToEndAnalytics'] });
    const here = { ...operator, account };
    const made = await stand.ask('POST /api/salons', { ...here, body: { sendDeals: true } });
    const id = String(made.body['id']);
    await save(account, { version: 1, components: [] });
    expect((await stand.ask('GET /api/salons/{id}', { ...here, id })).body).toEqual({
      ...made.body,
      problems: [{ field: 'sendDeals', code: 'component_required' }],
    });
  });
});
