import type { Problem } from '../../model/api-settings.ts';
import { shortestToken, type Salon } from '../../model/settings.ts';

const longest = 512;

/**
 * What is wrong with a token that is sent for a salon. The mask that a page shows in its place is none: a save of the
 * whole page would lock the sender out.
 */
export function brokenToken(token: string | null | undefined, { tokenLast4 }: Partial<Salon>): Problem[] {
  if (token === undefined || token === null) return [];
  const code = secretFault(token, tokenLast4);
  return code === undefined ? [] : [{ field: 'token', code }];
}

export const printable = /^[\x20-\x7e]*$/;

/** What is wrong with a secret that is sent; `last4`: of the one that is set. */
export function secretFault(token: string, last4: string | undefined) {
  if (isMask(token) || (last4 !== undefined && token.endsWith(last4) && isMask(token.slice(0, -last4.length)))) {
    return 'masked';
  }
  if (!printable.test(token)) return 'invalid';
  if (token.length < shortestToken) return 'too_short';
  return token.length > longest ? 'too_long' : undefined;
}

export const maskForm = /^[*•·]+$/;

function isMask(text: string): boolean {
  return maskForm.test(text);
}
