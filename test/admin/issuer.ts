import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, importJWK, SignJWT, type CryptoKey, type JWTPayload } from 'jose';

export const issuer = 'https://issuer.example.ru/pool';
export const clientId = 'cabinet';
const kid = 'key-1';

export interface TokenOver {
  claims?: JWTPayload;
  header?: Record<string, unknown>;
  key?: CryptoKey | Uint8Array;
}

/** An issuer of access tokens with a key set served over HTTP on loopback. */
export async function startIssuer() {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' };
  const keys: Record<string, unknown>[] = [jwk];
  let fetched = 0;
  const server = createServer((_request, response) => {
    fetched += 1;
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    jwksUrl: `http://127.0.0.1:${port}/jwks`,
    publicKey,
    fetched: () => fetched,
    token: (subject: string, over: TokenOver = {}) => sign(over.key ?? privateKey, subject, over),
    /** Publishes one more key; answers how to sign by it. */
    addKey: async (name: string) => {
      const pair = await generateKeyPair('RS256', { extractable: true });
      keys.push({ ...(await exportJWK(pair.publicKey)), kid: name, alg: 'RS256', use: 'sig' });
      return (subject: string) => sign(pair.privateKey, subject, { header: { kid: name } });
    },
    /** Publishes a key that says no algorithm; answers a token that it signed by PS256. */
    pssToken: async (subject: string) => {
      const pair = await generateKeyPair('RS256', { extractable: true });
      keys.push({ ...(await exportJWK(pair.publicKey)), kid: 'any-alg' });
      const key = (await importJWK(await exportJWK(pair.privateKey), 'PS256')) as CryptoKey;
      return sign(key, subject, { header: { alg: 'PS256', kid: 'any-alg' } });
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A good access token of this minute, but for what is overridden; `undefined` leaves a claim out. */
function sign(key: CryptoKey | Uint8Array, subject: string, { claims, header }: TokenOver): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const good = { iss: issuer, sub: subject, client_id: clientId, token_use: 'access', iat: now, exp: now + 300 };
  return new SignJWT({ ...good, ...claims }).setProtectedHeader({ alg: 'RS256', kid, ...header }).sign(key);
}
