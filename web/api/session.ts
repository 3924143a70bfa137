import type { SignIn } from '../../lib/model/sign-in.ts';
import { here, leaveForIssuer } from './sign-in.ts';
import { renewedTokens, type Tokens } from './tokens.ts';

export interface Session {
  /** An access token that is good for the next call. Throws `SessionEnded`. */
  token: () => Promise<string>;
  /** A new one in the place of one that was refused. Throws `SessionEnded`. */
  renew: () => Promise<string>;
  /** Signs in anew and comes back to the same address. */
  signInAgain: () => Promise<never>;
  signOut: () => void;
}

/** The issuer takes the refresh token no more. */
export class SessionEnded extends Error {}

/** So long before its end (ms) a token is renewed rather than used. */
const margin = 30_000;

export function createSession(settings: SignIn, first: Tokens): Session {
  let tokens = first;
  let renewing: Promise<string> | undefined;

  async function renewed(): Promise<string> {
    const next = await renewedTokens(settings, tokens);
    if (next === undefined) throw new SessionEnded();
    tokens = next;
    return tokens.access;
  }

  /** Calls that find the token too old at the same moment share one renewal: a refresh token is good once. */
  async function renew(): Promise<string> {
    renewing ??= renewed().finally(() => {
      renewing = undefined;
    });
    return renewing;
  }

  return {
    token: () => (Date.now() > tokens.expiresAt - margin ? renew() : Promise.resolve(tokens.access)),
    renew,
    signInAgain: () => leaveForIssuer(settings, here()),
    signOut: () => {
      location.assign(settings.signOutUrl);
    },
  };
}
