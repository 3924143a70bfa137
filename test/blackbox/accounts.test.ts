import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt, decodeProtectedHeader, generateKeyPair, SignJWT } from 'jose';
import { connectSalon, listOf, postSample } from './salon.ts';
import { apiOf, tokenOf, type Api, type Item, type Target } from './target.ts';
import { triedStack } from './tried.ts';

let target: Target;
let stop: () => Promise<void>;
/** An operator who names no account, and one who names the account that the suite has opened. */
let operator: Api;
let inside: Api;
let account: string;

const components = ['offlineRequests', 'endToEndAnalytics'];
const subject = `member-${randomUUID()}`;
const itemsOf = (body: unknown) => (body as { items: Item[] }).items;

beforeAll(async () => {
  ({ target, stop } = await triedStack());
  operator = await apiOf(target, '');
  const made = await operator('POST', '/api/accounts', { name: 'Проверка кабинета', components });
  expect(made).toMatchObject({ status: 201, body: { name: 'Проверка кабинета', components, version: 1 } });
  account = (made.body as { id: string }).id;
  inside = await apiOf(target, account);
});
afterAll(() => stop());

describe('An operator', () => {
  it('saves an account that it has opened, but not over a newer version', async () => {
    const path = `/api/accounts/${account}`;
    const saved = await operator('PUT', path, { version: 1, name: 'Проверка' });
    expect(saved).toMatchObject({ status: 200, body: { id: account, name: 'Проверка', components, version: 2 } });
    expect((await operator('PUT', path, { version: 1, name: 'Поздно' })).status).toBe(409);
    expect(itemsOf((await operator('GET', '/api/accounts')).body)).toContainEqual(saved.body);
  });

  it('names a member of it, who is listed, may be given another role, and is removed', async () => {
    const roles = async () => itemsOf((await inside('GET', '/api/members')).body).map(({ role }) => role);
    expect((await inside('POST', '/api/members', { subject, role: 'viewer' })).status).toBe(201);
    expect(await roles()).toEqual(['viewer']);
    expect((await inside('POST', '/api/members', { subject, role: 'admin' })).status).toBe(200);
    expect(await roles()).toEqual(['admin']);
    expect((await inside('DELETE', `/api/members/${subject}`)).status).toBe(200);
    expect(await roles()).toEqual([]);
  });

  it('cannot name a member of another account', async () => {
    const { status, body } = await inside('POST', '/api/members', { subject: target.clientId, role: 'viewer' });
    expect(status).toBe(409);
    expect(body).toMatchObject({ error: { code: 'already_in_use' } });
  });

  it('connects a salon in it, whose deliveries this account alone has', async () => {
    const salon = await connectSalon(inside);
    expect((await postSample('booking-created.json', salon)).status).toBe(200);
    const march = 'from=2026-03-01&to=2026-04-01';
    expect(await listOf(inside, `/api/requests?${march}&salon=${salon.key}`, 1)).toMatchObject([{ extId: '558213' }]);
    const admin = await apiOf(target);
    expect((await admin('GET', `/api/salons/${salon.key}`)).status).toBe(404);
    expect((await admin('GET', `/api/requests/${salon.key}.b.558213`)).status).toBe(404);
  });
});

describe('An admin', () => {
  it('opens no account and makes no operator', async () => {
    const admin = await apiOf(target);
    expect((await admin('POST', '/api/accounts', { name: 'Свой' })).status).toBe(403);
    expect((await admin('PUT', `/api/accounts/${account}`, { version: 2, name: 'Свой' })).status).toBe(403);
    expect((await admin('POST', '/api/members', { subject, role: 'operator' })).status).toBe(403);
  });
});

describe('A token', () => {
  /** The operator's own token, word for word, but for what is changed and who signed it. */
  async function forged(changes: object): Promise<number> {
    const token = await tokenOf(target.tokenUrl, target.operator);
    const { privateKey } = await generateKeyPair('RS256');
    const { alg = 'RS256', kid } = decodeProtectedHeader(token);
    const header = kid === undefined ? { alg } : { alg, kid };
    const signed = await new SignJWT({ ...decodeJwt(token), ...changes }).setProtectedHeader(header).sign(privateKey);
    const response = await fetch(`${target.url}/api/me`, { headers: { authorization: `Bearer ${signed}` } });
    return response.status;
  }

  it('that names another issuer, under a wrong key, is refused', async () => {
    expect(await forged({ iss: 'https://issuer.example.com/pool' })).toBe(401);
  });

  it('under a wrong key is refused, whatever it says', async () => {
    expect(await forged({})).toBe(401);
  });
});
