import { subjectOf } from './token.ts';
import { fetchJson } from './token-fetch.ts';
import { tokenKeys } from './token-keys.ts';

export interface Issuer {
  TOKEN_ISSUER: string;
  TOKEN_JWKS_URL: string;
  TOKEN_CLIENT_IDS: string;
}

const fetchMs = 2000;

/** `subjectOf` for the issuer of this environment, whose keys are fetched and kept. */
export function tokenVerifier(env: Issuer, now: () => Date): ReturnType<typeof subjectOf> {
  const keyOf = tokenKeys({ fetchKeySet: () => fetchJson(env.TOKEN_JWKS_URL, fetchMs), now });
  const clientIds = env.TOKEN_CLIENT_IDS.split(',').map((id) => id.trim());
  return subjectOf({ keyOf, issuer: env.TOKEN_ISSUER, clientIds, now });
}
