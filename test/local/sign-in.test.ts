import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startStack, type RunningStack } from './stack.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'sign-in-'));
let stack: RunningStack;
let issuer: string;

beforeAll(async () => {
  stack = await startStack({ dataDir });
  issuer = new URL(stack.demo.tokenUrl).origin;
});
afterAll(async () => {
  await stack.stop();
  rmSync(dataDir, { recursive: true });
});

/** A browser as far as a sign-in needs one: it keeps cookies and follows nothing by itself. */
function browser() {
  const cookies = new Map<string, string>();
  return async (url: string, body?: Record<string, string>): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const sent = body === undefined ? {} : { method: 'POST', body: new URLSearchParams(body) };
    const response = await fetch(new URL(url, issuer), { ...sent, headers: { cookie }, redirect: 'manual' });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    return response;
  };
}

const verifier = randomBytes(32).toString('base64url');

function authorization(redirect: string): string {
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const query = {
    client_id: 'demo-page',
    response_type: 'code',
    redirect_uri: redirect,
    scope: 'openid email',
    state: 'state-of-the-page',
    code_challenge: challenge,
    code_challenge_method: 'S256',
  };
  return `/auth?${new URLSearchParams(query).toString()}`;
}

const leadsTo = (response: Response) => response.headers.get('location') ?? '';

/** Comes to the login, and says the name and the password there. */
async function login(visit: ReturnType<typeof browser>, name: string, password: string): Promise<Response> {
  const place = leadsTo(await visit(authorization(`${stack.demo.url}/`)));
  expect(place).toMatch(/^\/interaction\//);
  expect((await visit(place)).status).toBe(200);
  return visit(place, { login: name, password });
}

/** The code that a login leads to. */
async function codeOf(visit: ReturnType<typeof browser>, name: 'admin' | 'viewer' | 'operator'): Promise<string> {
  const { login: said, password } = stack.demo.people[name];
  const back = await visit(leadsTo(await login(visit, said, password)));
  const url = new URL(leadsTo(back));
  expect(`${url.origin}${url.pathname}`).toBe(`${stack.demo.url}/`);
  expect(url.searchParams.get('state')).toBe('state-of-the-page');
  return url.searchParams.get('code') ?? '';
}

async function tokens(body: Record<string, string>) {
  const sent = new URLSearchParams({ client_id: 'demo-page', ...body });
  const response = await fetch(stack.demo.tokenUrl, { method: 'POST', body: sent });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
}

function tokensFor(code: string, over: Record<string, string> = {}) {
  const redirect = `${stack.demo.url}/`;
  return tokens({ grant_type: 'authorization_code', code, redirect_uri: redirect, code_verifier: verifier, ...over });
}

describe('A person who signs in to the local stack', () => {
  it.each([
    ['admin', { role: 'admin', subject: 'person-admin', account: { id: 'demo' } }],
    ['viewer', { role: 'viewer', subject: 'person-viewer', account: { id: 'demo' } }],
    ['operator', { role: 'operator', subject: 'person-operator' }],
  ] as const)('is, as %s, who the members say', async (name, expected) => {
    const { body } = await tokensFor(await codeOf(browser(), name));
    const headers = { authorization: `Bearer ${body['access_token'] ?? ''}` };
    const me = await fetch(`${stack.demo.url}/api/me`, { headers });
    expect(await me.json()).toMatchObject(expected);
  });

  it('is refused with a wrong password, with the password of another, and without one', async () => {
    const { admin, viewer } = stack.demo.people;
    for (const password of ['wrong', viewer.password, '']) {
      const answer = await login(browser(), admin.login, password);
      expect(answer.status).toBe(401);
      expect(await answer.text()).toContain('Имя или пароль не подходят.');
    }
  });

  it('is not asked again while the issuer’s session lasts', async () => {
    const visit = browser();
    await codeOf(visit, 'admin');
    const again = await visit(authorization(`${stack.demo.url}/`));
    expect(leadsTo(again)).toContain(`${stack.demo.url}/?code=`);
  });

  it('gets new tokens by the refresh token', async () => {
    const { body } = await tokensFor(await codeOf(browser(), 'admin'));
    const renewed = await tokens({ grant_type: 'refresh_token', refresh_token: body['refresh_token'] ?? '' });
    expect(renewed.status).toBe(200);
    expect(renewed.body['access_token']).toMatch(/^eyJ/);
  });

  it('gets none with another verifier, nor with a code that was used', async () => {
    const code = await codeOf(browser(), 'admin');
    const other = await tokensFor(code, { code_verifier: 'x'.repeat(43) });
    expect([other.status, other.body['error']]).toEqual([400, 'invalid_grant']);
    const used = await codeOf(browser(), 'admin');
    await tokensFor(used);
    expect((await tokensFor(used)).status).toBe(400);
  });

  it('is sent nowhere but to the page', async () => {
    const answer = await browser()(authorization('https://evil.example.ru/'));
    expect([answer.status, leadsTo(answer)]).toEqual([400, '']);
  });

  it('loads nothing from elsewhere at the login', async () => {
    const visit = browser();
    const answer = await visit(leadsTo(await visit(authorization(`${stack.demo.url}/`))));
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(await answer.text()).not.toMatch(/(src|href|url\()/);
  });
});
