import { createHmac, createPublicKey, generateKeyPairSync, sign, type JsonWebKey, type KeyObject } from 'node:crypto';
import type { Target } from '../blackbox/target.ts';

type Claims = Record<string, unknown>;
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What the API answers to a token: 200 for its holder, 401 for what is none. */
export async function statusOf({ url }: Target, token: string): Promise<number> {
  return (await fetch(`${url}/api/me`, { headers: { authorization: `Bearer ${token}` } })).status;
}

/** The public key of the pool, as a text that a verifier might take for a shared secret. `endpoint`: of the engine. */
export async function publicKeyOf(endpoint: string, pool: string): Promise<string> {
  const set = (await (await fetch(`${endpoint}/${pool}/.well-known/jwks.json`)).json()) as { keys: JsonWebKey[] };
  const key = createPublicKey({ key: set.keys[0] ?? {}, format: 'jwk' });
  return key.export({ type: 'spki', format: 'pem' }).toString();
}

/**
 * Tokens that nobody issued, made of a real one and the pool's public key: name → token. Those under a wrong key show that no
 * claim gets past the signature; what the claims decide on their own is tried in test/admin/token.test.ts and by issued.ts.
 */
export function forgeries(real: string, publicKey: string): Record<string, string> {
  const [head = '', body = '', signature = ''] = real.split('.');
  const header = JSON.parse(Buffer.from(head, 'base64url').toString('utf8')) as Claims;
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Claims;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const forged = (changes: Claims) => rs256(header, { ...claims, ...changes }, privateKey);
  const now = Math.floor(Date.now() / 1000);
  const confused = `${part({ ...header, alg: 'HS256' })}.${body}`;
  return {
    'that is not signed': `${part({ ...header, alg: 'none' })}.${body}.`,
    'with a changed claim under the old signature': `${head}.${part({ ...claims, sub: 'somebody' })}.${signature}`,
    'under a wrong key': forged({}),
    'of another issuer under a wrong key': forged({ iss: 'https://issuer.example.com' }),
    'of another client under a wrong key': forged({ client_id: 'another-client' }),
    'that says it is an id token under a wrong key': forged({ token_use: 'id' }),
    'that has expired under a wrong key': forged({ exp: now - 60 }),
    'that is not yet valid under a wrong key': forged({ nbf: now + 600 }),
    'signed with the public key as a secret': `${confused}.${hmac(confused, publicKey)}`,
    'that is none': 'nonsense',
  };
}

function rs256(header: Claims, claims: Claims, key: KeyObject): string {
  const signed = `${part(header)}.${part(claims)}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`;
}

function hmac(signed: string, secret: string): string {
  return createHmac('sha256', secret).update(signed).digest('base64url');
}
