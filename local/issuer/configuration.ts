import type { JsonWebKey } from 'node:crypto';
import type { Context, Grant } from 'oidc-provider';
import { createMemoryAdapter } from 'oidc-provider/lib/adapters/memory_adapter.js';
import { errorPage, signOutPage } from './pages.ts';

export interface IssuerSecrets {
  /** A private RSA key with `kid`, `alg` and `use`. */
  signingKey: JsonWebKey;
  cookieKey: string;
  clients: readonly { id: string; secret: string }[];
}

/** Somebody who signs in with a password. */
export interface Person {
  login: string;
  password: string;
  /** As it stands in `sub`. */
  subject: string;
}

/** The page in the browser: a client without a secret, which people sign in to. */
export interface PageClient {
  id: string;
  /** Where codes may be sent, and where signing out leads: each with its path. */
  urls: readonly string[];
  people: readonly Person[];
}

const hour = 3600;
const sessionSeconds = 12 * hour;

/**
 * An issuer whose access tokens are RS256 JWTs that look like Cognito's: for machines by client credentials in the form
 * body, for people by code with PKCE. Sessions are in memory: who comes after a restart signs in anew.
 */
export function issuerConfiguration(
  { signingKey, cookieKey, clients }: IssuerSecrets,
  page: PageClient,
  audience: string,
) {
  return {
    clients: [...clients.map(machineClient), pageClient(page)],
    // Said by name, it goes without the warning that it is for development: so is this issuer.
    adapter: createMemoryAdapter(0),
    jwks: { keys: [signingKey] },
    cookies: { keys: [cookieKey] },
    scopes: ['openid', 'email'],
    extraTokenClaims: () => ({ token_use: 'access' }),
    findAccount: (_: unknown, subject: string) => accountOf(page, subject),
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    loadExistingGrant: grantOf,
    issueRefreshToken: (_: unknown, client: { grantTypeAllowed: (type: string) => boolean }) =>
      client.grantTypeAllowed('refresh_token'),
    renderError: (context: Context) => {
      errorPage(context);
    },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      clientCredentials: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource: signOutPage },
      resourceIndicators: resources(audience),
    },
    ttl: {
      AccessToken: hour,
      AuthorizationCode: 60,
      ClientCredentials: hour,
      Grant: sessionSeconds,
      IdToken: hour,
      Interaction: hour,
      RefreshToken: sessionSeconds,
      Session: sessionSeconds,
    },
  };
}

function machineClient({ id, secret }: IssuerSecrets['clients'][number]) {
  return {
    client_id: id,
    client_secret: secret,
    grant_types: ['client_credentials'],
    redirect_uris: [],
    response_types: [],
    token_endpoint_auth_method: 'client_secret_post',
  };
}

function pageClient({ id, urls }: PageClient) {
  return {
    client_id: id,
    grant_types: ['authorization_code', 'refresh_token'],
    redirect_uris: urls,
    post_logout_redirect_uris: urls,
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
  };
}

/** Without a resource oidc-provider issues opaque tokens. */
function resources(audience: string) {
  return {
    enabled: true,
    defaultResource: () => audience,
    useGrantedResource: () => true,
    getResourceServerInfo: () => ({
      scope: '',
      audience,
      accessTokenTTL: hour,
      accessTokenFormat: 'jwt',
      jwt: { sign: { alg: 'RS256' } },
    }),
  };
}

function accountOf({ people }: PageClient, subject: string) {
  const person = people.find((known) => known.subject === subject);
  if (person === undefined) return undefined;
  return { accountId: subject, claims: () => ({ sub: subject, email: `${person.login}@example.com` }) };
}

/** The page is our own: nobody is asked whether it may know who they are. */
async function grantOf({ oidc: { client, session, provider } }: Context): Promise<Grant | undefined> {
  const known = session.grantIdFor(client.clientId);
  if (known !== undefined) return provider.Grant.find(known);
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid email');
  await grant.save();
  return grant;
}
