import type { JsonWebKey } from 'node:crypto';

export interface IssuerSecrets {
  /** A private RSA key with `kid`, `alg` and `use`. */
  signingKey: JsonWebKey;
  cookieKey: string;
  clients: readonly { id: string; secret: string }[];
}

const tokenSeconds = 3600;

const nothing = () => Promise.resolve(undefined);
/** Access tokens are JWTs and machines have no sessions: there is nothing to store. */
const noStore = {
  upsert: nothing,
  find: nothing,
  findByUid: nothing,
  findByUserCode: nothing,
  consume: nothing,
  destroy: nothing,
  revokeByGrantId: nothing,
};

/** Machines alone: client credentials in the form body, access tokens as RS256 JWTs that look like Cognito's. */
export function issuerConfiguration({ signingKey, cookieKey, clients }: IssuerSecrets, audience: string) {
  return {
    clients: clients.map(({ id, secret }) => ({
      client_id: id,
      client_secret: secret,
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
      token_endpoint_auth_method: 'client_secret_post',
    })),
    adapter: () => noStore,
    jwks: { keys: [signingKey] },
    cookies: { keys: [cookieKey] },
    extraTokenClaims: () => ({ token_use: 'access' }),
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        // Without a resource oidc-provider issues opaque tokens.
        defaultResource: () => audience,
        getResourceServerInfo: () => ({
          scope: '',
          audience,
          accessTokenTTL: tokenSeconds,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    ttl: { ClientCredentials: tokenSeconds },
  };
}
