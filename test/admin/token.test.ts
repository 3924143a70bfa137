import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { base64url, exportSPKI, generateKeyPair } from 'jose';
import { tokenVerifier } from '../../lib/http/token-verifier.ts';
import { anEvent, startStand, type Stand } from './stand.ts';
import { clientId, issuer } from './issuer.ts';

let stand: Stand;
beforeAll(async () => {
  stand = await startStand();
});
afterAll(() => stand.close());

const now = () => Math.floor(Date.now() / 1000);
const me = (authorization?: string) =>
  stand.send(anEvent('GET /api/me', authorization === undefined ? {} : { authorization }));

describe('a token is refused with one and the same answer when', () => {
  const refused: Record<string, () => Promise<string | undefined>> = {
    'there is none': () => Promise.resolve(undefined),
    'it is no token at all': () => Promise.resolve('Bearer nonsense'),
    'the scheme is another': async () => `Basic ${await stand.tokens.token('viewer')}`,
    'it is not signed (alg none)': () => {
      const part = (value: unknown) => base64url.encode(JSON.stringify(value));
      const claims = { iss: issuer, sub: 'viewer', client_id: clientId, token_use: 'access', exp: now() + 300 };
      return Promise.resolve(`Bearer ${part({ alg: 'none' })}.${part(claims)}.`);
    },
    'another key signed it under the name of ours': async () => {
      const { privateKey } = await generateKeyPair('RS256');
      return `Bearer ${await stand.tokens.token('viewer', { key: privateKey })}`;
    },
    'its key is unknown': async () => `Bearer ${await stand.tokens.token('viewer', { header: { kid: 'other' } })}`,
    'the public key served as an HMAC secret (HS256)': async () => {
      const secret = new TextEncoder().encode(await exportSPKI(stand.tokens.publicKey));
      return `Bearer ${await stand.tokens.token('viewer', { key: secret, header: { alg: 'HS256' } })}`;
    },
    'one character of the signature differs': async () => {
      const token = await stand.tokens.token('viewer');
      const at = token.lastIndexOf('.') + 5;
      return `Bearer ${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
    },
    'the issuer is another': () => claiming({ iss: 'https://issuer.example.com/pool' }),
    'there is no issuer': () => claiming({ iss: undefined }),
    'the client is another': () => claiming({ client_id: 'stranger' }),
    'there is no client': () => claiming({ client_id: undefined }),
    'it is an id token': () => claiming({ token_use: 'id', aud: clientId, client_id: undefined }),
    'its use is another': () => claiming({ token_use: 'refresh' }),
    'it has expired': () => claiming({ exp: now() - 1 }),
    'it never expires': () => claiming({ exp: undefined }),
    'it is not valid yet': () => claiming({ nbf: now() + 60 }),
    'it names nobody': () => claiming({ sub: '' }),
    'it has no subject': () => claiming({ sub: undefined }),
    'its subject is too long': () => claiming({ sub: 'v'.repeat(256) }),
    'nobody knows its subject': async () => `Bearer ${await stand.tokens.token('nobody')}`,
  };
  async function claiming(claims: Record<string, unknown>): Promise<string> {
    return `Bearer ${await stand.tokens.token('viewer', { claims })}`;
  }

  it.each(Object.keys(refused))('%s', async (name) => {
    const { status, body } = await me(await refused[name]!());
    expect(status).toBe(401);
    expect(body).toEqual({ error: { code: 'unauthorized', message: expect.any(String) } });
  });
});

describe('a good token', () => {
  it('is taken with any case of the scheme, and from each of our clients', async () => {
    expect((await me(`bearer ${await stand.tokens.token('viewer')}`)).status).toBe(200);
    const machine = await stand.tokens.token('viewer', { claims: { client_id: 'machine' } });
    expect((await me(`Bearer ${machine}`)).status).toBe(200);
  });

  it('says who and nothing else: claims of its own making change neither account nor role', async () => {
    const claims = {
      account: 'other',
      accountKey: 'other',
      role: 'operator',
      'custom:account': 'other',
      scope: 'admin',
    };
    const { body } = await me(`Bearer ${await stand.tokens.token('viewer', { claims })}`);
    expect(body).toMatchObject({ subject: 'viewer', role: 'viewer', account: { id: 'demo' } });
  });

  it('is checked without fetching the keys each time, however many unknown keys are named', async () => {
    const before = stand.tokens.fetched();
    for (let i = 0; i < 5; i++) {
      await me(`Bearer ${await stand.tokens.token('viewer', { header: { kid: `unknown-${i}` } })}`);
      await me(`Bearer ${await stand.tokens.token('viewer')}`);
    }
    expect(stand.tokens.fetched()).toBe(before);
  });
});

describe('the keys of the issuer', () => {
  const env = (TOKEN_JWKS_URL: string) => ({ TOKEN_ISSUER: issuer, TOKEN_JWKS_URL, TOKEN_CLIENT_IDS: clientId });

  it('are fetched again for a key that is new to us, once half a minute has passed', async () => {
    let at = Date.now();
    const verify = tokenVerifier(env(stand.tokens.jwksUrl), () => new Date(at));
    expect(await verify(`Bearer ${await stand.tokens.token('viewer')}`)).toBe('viewer');
    const rotated = await stand.tokens.addKey('key-2');
    expect(await verify(`Bearer ${await rotated('viewer')}`)).toBeUndefined();
    at += 31_000;
    expect(await verify(`Bearer ${await rotated('viewer')}`)).toBe('viewer');
  });

  it('are fetched again when the clock has jumped back: nobody knows how old they are', async () => {
    let at = Date.now();
    const verify = tokenVerifier(env(stand.tokens.jwksUrl), () => new Date(at));
    expect(await verify(`Bearer ${await stand.tokens.token('viewer')}`)).toBe('viewer');
    const rotated = await stand.tokens.addKey('key-3');
    at -= 1000;
    expect(await verify(`Bearer ${await rotated('viewer')}`)).toBe('viewer');
  });

  it('admit RS256 alone, even when a key does not say what it is for', async () => {
    const token = await stand.tokens.pssToken('viewer');
    expect(await tokenVerifier(env(stand.tokens.jwksUrl), () => new Date())(`Bearer ${token}`)).toBeUndefined();
  });

  it.each(['answers 500', 'answers no JSON', 'answers something else', 'never answers', 'is not there'])(
    'are unavailable when their address %s',
    async (how) => {
      const server = createServer((_request, response) => {
        if (how === 'answers 500') response.writeHead(500).end('{"keys":[]}');
        if (how === 'answers no JSON') response.end('<html>');
        if (how === 'answers something else') response.end('{"keys":"none"}');
      }).listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      if (how === 'is not there') server.close();
      const verify = tokenVerifier(env(`http://127.0.0.1:${port}/`), () => new Date());
      await expect(verify(`Bearer ${await stand.tokens.token('viewer')}`)).rejects.toThrow('key set');
      server.closeAllConnections();
      server.close();
    },
  );
});
