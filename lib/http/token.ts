import { errors, jwtVerify } from 'jose';
import * as v from 'valibot';
import type { KeyOf } from './token-keys.ts';

export interface TokenDeps {
  keyOf: KeyOf;
  issuer: string;
  clientIds: readonly string[];
  now: () => Date;
}

/** The claims that we read beside those that jose checks. A subject has at most 255 characters (OpenID Connect Core, 2). */
const claimsSchema = v.object({
  sub: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
  token_use: v.literal('access'),
  client_id: v.string(),
});

export const accessTokenForm = /^Bearer +([\w.-]+) *$/i;

/**
 * The subject of an access token in an Authorization header, undefined when anything about it is wrong: form, signature
 * (RS256 alone), issuer, time, use, client. No other claim counts. Throws `KeysUnavailable`.
 */
export function subjectOf(deps: TokenDeps): (authorization: string | undefined) => Promise<string | undefined> {
  return async (authorization) => {
    const token = accessTokenForm.exec(authorization ?? '')?.[1];
    const claims = token === undefined ? undefined : await verified(deps, token);
    const read = v.safeParse(claimsSchema, claims);
    return read.success && deps.clientIds.includes(read.output.client_id) ? read.output.sub : undefined;
  };
}

async function verified({ keyOf, issuer, now }: TokenDeps, token: string): Promise<unknown> {
  try {
    const { payload } = await jwtVerify(token, keyOf, {
      algorithms: ['RS256'],
      issuer,
      requiredClaims: ['exp'],
      currentDate: now(),
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}
