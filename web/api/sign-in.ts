import { calculatePKCECodeChallenge, generateRandomCodeVerifier, generateRandomState } from 'oauth4webapi';
import type { SignIn } from '../../lib/model/sign-in.ts';
import { keepPending, takePending } from './pending.ts';
import { redirectUrl, tokensForCode, type Tokens } from './tokens.ts';

/**
 * The tokens of whoever opened the page. Comes from the issuer: takes the code, and the address is the one that was left.
 * Comes from elsewhere, or reloads: leaves for the issuer, and never answers. Throws when the issuer refused.
 */
export async function signIn(settings: SignIn): Promise<Tokens> {
  const address = new URL(location.href);
  const pending = takePending();
  if (!isAnswer(address)) return leaveForIssuer(settings, pathOf(address));
  if (pending === undefined) return leaveForIssuer(settings, '/');
  history.replaceState(null, '', pathOf(new URL(pending.returnTo, location.origin)));
  return tokensForCode(settings, address, pending);
}

/** Leaves for the issuer, which leads back to `returnTo`. */
export async function leaveForIssuer(settings: SignIn, returnTo: string): Promise<never> {
  const [verifier, state] = [generateRandomCodeVerifier(), generateRandomState()];
  keepPending({ verifier, state, returnTo });
  const url = new URL(settings.authorizationUrl);
  const parameters = {
    response_type: 'code',
    client_id: settings.clientId,
    redirect_uri: redirectUrl(),
    scope: 'openid email',
    state,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ui_locales: document.documentElement.lang,
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  location.assign(url);
  return new Promise(() => undefined);
}

/** The address as a sign-in comes back to it. */
export function here(): string {
  return pathOf(new URL(location.href));
}

function pathOf({ pathname, search, hash }: URL): string {
  return `${pathname}${search}${hash}`;
}

function isAnswer({ pathname, searchParams }: URL): boolean {
  return pathname === '/' && searchParams.has('state') && (searchParams.has('code') || searchParams.has('error'));
}
