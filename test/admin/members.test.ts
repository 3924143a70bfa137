import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startStand, type Ask, type Stand } from './stand.ts';

let stand: Stand;
beforeAll(async () => {
  stand = await startStand();
});
afterAll(() => stand.close());

/** An account of its own with an admin, so that tests do not meet. */
async function anAccount(): Promise<{ account: string; admin: string; here: Ask }> {
  const made = await stand.ask('POST /api/accounts', { as: 'operator', body: { name: 'Мята' } });
  const account = String(made.body['id']);
  const admin = `admin-of-${account}`;
  const here = { as: 'operator', account };
  await add(admin, 'admin', here);
  return { account, admin, here };
}
const add = (subject: string, role: string, ask: Ask, more: object = {}) =>
  stand.ask('POST /api/members', { ...ask, body: { subject, role, ...more } });
const remove = (id: string, ask: Ask) => stand.ask('DELETE /api/members/{id}', { ...ask, id });
const me = (as: string) => stand.ask('GET /api/me', { as });
async function listed(ask: Ask): Promise<string[]> {
  const { body } = await stand.ask('GET /api/members', ask);
  return (body['items'] as { subject: string; role: string }[]).map(({ subject, role }) => `${subject} ${role}`);
}

describe('a new member', () => {
  it('is admitted to the account from then on, in the role that it was given', async () => {
    const { account, admin } = await anAccount();
    const subject = `viewer-of-${account}`;
    expect((await me(subject)).status).toBe(401);
    const { status, body } = await add(subject, 'viewer', { as: admin }, { email: 'anna@example.ru' });
    expect(status).toBe(201);
    expect(body).toEqual({ subject, role: 'viewer', email: 'anna@example.ru', createdAt: expect.any(String) });
    expect((await me(subject)).body).toMatchObject({ subject, role: 'viewer', account: { id: account } });
    expect((await stand.ask('POST /api/salons', { as: subject, body: {} })).status).toBe(403);
    expect(await listed({ as: admin })).toEqual([`${admin} admin`, `${subject} viewer`]);
  });

  it('of another account is in use, and nothing tells where', async () => {
    const { admin, account } = await anAccount();
    for (const subject of ['stranger', 'operator']) {
      const { status, body, text } = await add(subject, 'viewer', { as: admin });
      expect(status).toBe(409);
      expect(body).toEqual({ error: { code: 'already_in_use', message: expect.any(String) } });
      expect(text).not.toContain('other');
    }
    expect((await me('stranger')).body).toMatchObject({ role: 'admin', account: { id: 'other' } });
    expect(await listed({ as: admin })).toEqual([`${admin} admin`]);
    expect(await stand.settings.listAudit(account)).toHaveLength(2);
  });

  it('gets no role above that of who gives it', async () => {
    const { admin } = await anAccount();
    const { status, body } = await add('climber', 'operator', { as: admin });
    expect(status).toBe(403);
    expect(body).toMatchObject({ error: { code: 'forbidden' } });
    expect((await me('climber')).status).toBe(401);
  });

  it.each([
    [{ role: 'viewer' }, { subject: 'required' }],
    [{ subject: 'anna' }, { role: 'required' }],
    [{ subject: 'anna', role: 'owner' }, { role: 'picklist' }],
    [{ subject: '', role: 'viewer' }, { subject: 'regex' }],
    [{ subject: 'анна', role: 'viewer' }, { subject: 'regex' }],
    [{ subject: 'a'.repeat(256), role: 'viewer' }, { subject: 'regex' }],
    [{ subject: 'anna', role: 'viewer', email: 'no address' }, { email: 'email' }],
    [{ subject: 'anna', role: 'viewer', accountKey: 'other' }, { '*': 'unknown_field' }],
  ])('is refused with %j', async (body, fields) => {
    const answer = await stand.ask('POST /api/members', { body });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ error: { code: 'invalid_request', fields } });
  });

  it('may have a subject as long as a token can carry', async () => {
    const { admin } = await anAccount();
    const subject = '|'.repeat(255);
    expect((await add(subject, 'viewer', { as: admin })).status).toBe(201);
    expect((await remove(subject, { as: admin })).status).toBe(200);
  });

  it('that two accounts add at once belongs to exactly one', async () => {
    const [one, two] = [await anAccount(), await anAccount()];
    const subject = `wanted-${one.account}`;
    const both = [one, two].flatMap(({ here }) => [here, here, here]);
    const answers = await Promise.all(both.map((here) => add(subject, 'viewer', here)));
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(3);
    const lists = [await listed(one.here), await listed(two.here)];
    expect(lists.filter((list) => list.includes(`${subject} viewer`))).toHaveLength(1);
  });
});

describe('a member who is there', () => {
  it('is given another role by being added again', async () => {
    const { account, admin } = await anAccount();
    const subject = `second-of-${account}`;
    await add(subject, 'viewer', { as: admin }, { email: 'anna@example.ru' });
    const { status, body } = await add(subject, 'admin', { as: admin });
    expect(status).toBe(200);
    expect(body).toMatchObject({ role: 'admin', email: 'anna@example.ru' });
    expect((await me(subject)).body).toMatchObject({ role: 'admin' });
    expect((await add(subject, 'admin', { as: admin }, { email: null })).body).not.toHaveProperty('email');
  });

  it('is as before when nothing changes, without an audit line', async () => {
    const { account, admin, here } = await anAccount();
    const before = await stand.settings.listAudit(account);
    expect((await add(admin, 'admin', here)).status).toBe(200);
    expect(await stand.settings.listAudit(account)).toEqual(before);
  });
});

describe('a removed member', () => {
  it('is admitted no more from the next call on, and not listed', async () => {
    const { account, admin } = await anAccount();
    const subject = `leaver-of-${account}`;
    await add(subject, 'viewer', { as: admin });
    const { status, body } = await remove(subject, { as: admin });
    expect(status).toBe(200);
    expect(body).toMatchObject({ subject, role: 'viewer' });
    expect((await me(subject)).status).toBe(401);
    expect(await listed({ as: admin })).toEqual([`${admin} admin`]);
    expect((await remove(subject, { as: admin })).status).toBe(404);
  });

  it('may be added again, by another account too', async () => {
    const [one, two] = [await anAccount(), await anAccount()];
    const subject = `mover-of-${one.account}`;
    await add(subject, 'admin', one.here);
    await remove(subject, one.here);
    expect((await add(subject, 'viewer', two.here)).status).toBe(201);
    expect((await me(subject)).body).toMatchObject({ role: 'viewer', account: { id: two.account } });
    expect(await listed(one.here)).toEqual([`${one.admin} admin`]);
    expect(await listed(two.here)).toContain(`${subject} viewer`);
  });

  it('must be one of the account', async () => {
    const { admin, here } = await anAccount();
    for (const id of ['stranger', 'operator', 'nobody', 'а', 'a'.repeat(3000)]) {
      expect((await remove(id, { as: admin })).status).toBe(404);
      expect((await remove(id, here)).status).toBe(404);
    }
    expect((await me('stranger')).status).toBe(200);
    expect((await me('operator')).status).toBe(200);
  });
});

describe('the last admin of an account', () => {
  it('neither leaves nor steps down by themselves; an operator may take them out', async () => {
    const { admin, here } = await anAccount();
    for (const answer of [await remove(admin, { as: admin }), await add(admin, 'viewer', { as: admin })]) {
      expect(answer.status).toBe(409);
      expect(answer.body).toMatchObject({ error: { code: 'last_of_role' } });
    }
    expect((await me(admin)).body).toMatchObject({ role: 'admin' });
    expect((await remove(admin, here)).status).toBe(200);
    expect(await listed(here)).toEqual([]);
  });

  it('is no longer the last once there is another', async () => {
    const { account, admin } = await anAccount();
    const second = `second-of-${account}`;
    await add(second, 'viewer', { as: admin });
    expect((await remove(admin, { as: admin })).status).toBe(409);
    await add(second, 'admin', { as: admin });
    expect((await add(admin, 'viewer', { as: admin })).status).toBe(200);
    expect((await remove(second, { as: second })).status).toBe(409);
  });
});

describe('operators', () => {
  const ofNone = { as: 'operator', account: '-' };

  it('are the members of account `-`, made by operators', async () => {
    expect(await listed(ofNone)).toEqual(['operator operator']);
    const { status, body } = await add('second-operator', 'operator', ofNone);
    expect(status).toBe(201);
    expect(body).toMatchObject({ subject: 'second-operator', role: 'operator' });
    expect((await me('second-operator')).body).toEqual({ subject: 'second-operator', role: 'operator' });
    expect(await listed({ as: 'second-operator', account: '-' })).toHaveLength(2);
    expect((await remove('second-operator', ofNone)).status).toBe(200);
    expect((await me('second-operator')).status).toBe(401);
  });

  it('belong to no account, and others do', async () => {
    const { here } = await anAccount();
    const operator = await add('third', 'operator', here);
    expect(operator.body).toMatchObject({ error: { fields: { role: 'belongs_to_no_account' } } });
    const admin = await add('third', 'admin', ofNone);
    expect(admin.body).toMatchObject({ error: { fields: { role: 'needs_account' } } });
    expect([operator.status, admin.status, (await me('third')).status]).toEqual([400, 400, 401]);
  });

  it('are not seen or made by others', async () => {
    for (const route of ['GET /api/members', 'POST /api/members', 'DELETE /api/members/{id}']) {
      const { status } = await stand.ask(route, { account: '-', id: 'operator', body: {} });
      expect(status).toBe(403);
    }
  });

  it('keep at least one', async () => {
    expect((await remove('operator', ofNone)).body).toMatchObject({ error: { code: 'last_of_role' } });
    expect((await add('operator', 'admin', ofNone)).status).toBe(400);
  });
});

describe('each change of members', () => {
  it('leaves an audit line: who, when and what, and of an e-mail no more than that it changed', async () => {
    const { account, admin } = await anAccount();
    const member = `anna-of-${account}`;
    await add(member, 'viewer', { as: admin }, { email: 'anna@example.ru' });
    await add(member, 'admin', { as: admin });
    await remove(member, { as: admin });
    await add(member, 'viewer', { as: admin });
    const lines = (await stand.settings.listAudit(account)).filter((line) => line.member === member);
    const inOrder = lines.sort((a, b) => a.version - b.version);
    const line = { v: 1, at: expect.any(String), subject: admin, member };
    expect(inOrder).toEqual([
      { ...line, what: 'member_added', version: 1, changes: { role: { to: 'viewer' }, email: {} } },
      { ...line, what: 'member_saved', version: 2, changes: { role: { from: 'viewer', to: 'admin' } } },
      { ...line, what: 'member_removed', version: 3, changes: {} },
      { ...line, what: 'member_added', version: 4, changes: { role: { to: 'viewer' } } },
    ]);
    expect(JSON.stringify(lines)).not.toContain('anna@');
  });
});

describe('an empty deployment', () => {
  it('is filled through its own API by the one operator that there is', async () => {
    const { account, admin, here } = await anAccount();
    const { body } = await stand.ask('GET /api/accounts', here);
    const { version } = (body['items'] as { id: string; version: number }[]).find(({ id }) => id === account)!;
    const components = ['offlineRequests', 'endToEndAnalytics'];
    await stand.ask('PUT /api/accounts/{id}', { as: 'operator', id: account, body: { version, components } });
    await stand.ask('PUT /api/catalog/campaigns', {
      as: admin,
      body: { items: [{ id: '10', name: 'Маникюр' }], version: 0 },
    });
    const salon = { isActive: true, salonId: '1042', salonLogin: 'myata', token: 'a-token-of-the-salon' };
    const sends = { sendRequests: true, defaultCampaignId: '10', sendDeals: true };
    expect((await stand.ask('POST /api/salons', { as: admin, body: { ...salon, ...sends } })).status).toBe(201);
  });
});
