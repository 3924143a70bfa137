import * as oauth from 'oauth4webapi';
import type { SignIn } from '../../lib/model/sign-in.ts';
import type { Pending } from './pending.ts';

/** Kept in memory alone. */
export interface Tokens {
  access: string;
  refresh: string | undefined;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

const lifetimeSeconds = 3600;

/** The tokens for the code in the address that the issuer has sent the browser to. Throws when anything about it is wrong. */
export async function tokensForCode(settings: SignIn, address: URL, { verifier, state }: Pending): Promise<Tokens> {
  const { server, client, options } = partsOf(settings);
  const answer = oauth.validateAuthResponse(server, client, address, state);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    answer,
    redirectUrl(),
    verifier,
    options,
  );
  return tokensOf(await oauth.processAuthorizationCodeResponse(server, client, response), undefined);
}

/** New tokens by the refresh token; undefined when the issuer takes it no more. Throws when the issuer cannot be asked. */
export async function renewedTokens(settings: SignIn, { refresh }: Tokens): Promise<Tokens | undefined> {
  if (refresh === undefined) return undefined;
  const { server, client, options } = partsOf(settings);
  const response = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), refresh, options);
  try {
    return tokensOf(await oauth.processRefreshTokenResponse(server, client, response), refresh);
  } catch (error) {
    if (error instanceof oauth.ResponseBodyError && error.status < 500) return undefined;
    throw error;
  }
}

/** The one address that the issuer sends codes to. */
export function redirectUrl(): string {
  return `${location.origin}/`;
}

function partsOf({ issuer, clientId, authorizationUrl, tokenUrl }: SignIn) {
  return {
    server: { issuer, authorization_endpoint: authorizationUrl, token_endpoint: tokenUrl },
    client: { client_id: clientId },
    // The issuer of the local stack has no TLS; a deployed one is never asked without it.
    options: { [oauth.allowInsecureRequests]: tokenUrl.startsWith('http://127.0.0.1:') },
  };
}

/** An issuer that does not rotate refresh tokens names none when it renews. */
function tokensOf(answer: oauth.TokenEndpointResponse, kept: string | undefined): Tokens {
  return {
    access: answer.access_token,
    refresh: answer.refresh_token ?? kept,
    expiresAt: Date.now() + (answer.expires_in ?? lifetimeSeconds) * 1000,
  };
}
