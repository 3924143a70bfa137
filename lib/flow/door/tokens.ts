import { createHash, timingSafeEqual } from 'node:crypto';
import type { Delivery } from '../../model/delivery.ts';
import { shortestToken, type Salon } from '../../model/settings.ts';

export type TokenSettings = Pick<Salon, 'requireToken' | 'tokenSha256'>;

/** Tokens that a delivery presents outside its body: of a header given twice, and joined by commas, each part counts. */
export function tokensOutside({ headers, queryTokens }: Delivery): string[] {
  const bearer = (headers.get('authorization') ?? []).flatMap(bearerOf);
  return [...bearer, ...(headers.get('x-salon-token') ?? []), ...queryTokens];
}

/** Before the next scheme of a header that was joined by commas. */
export const nextScheme = /,(?=\s*[a-z-]+\s)/i;
/** Blanks around the token are cut where it is judged. */
export const bearerForm = /^\s*bearer\s(.*)$/is;

function bearerOf(value: string): string[] {
  return value.split(nextScheme).flatMap((part) => bearerForm.exec(part)?.[1] ?? []);
}

/**
 * Whether a delivery that presents these tokens is admitted: all must be right, blank ones are none. Answers the texts
 * that have turned out to be tokens and must not be kept; undefined when it is not admitted.
 */
export function admitted(settings: TokenSettings, presented: readonly string[]): string[] | undefined {
  const { requireToken, tokenSha256 } = settings;
  const tokens = presented.map((token) => token.trim()).filter((token) => token !== '');
  if (tokens.length === 0) return requireToken ? undefined : [];
  // Without a token in the settings a sender's own can only be wrong against another that is sent beside it.
  if (tokenSha256 === undefined) return requireToken || new Set(tokens).size > 1 ? undefined : tokens.filter(isTelling);
  const stored = Buffer.from(tokenSha256, 'hex');
  const right = tokens.map((token) => rightOf(token, stored));
  return right.every((texts) => texts !== undefined) ? right.flat() : undefined;
}

/** A sender's own token of a few letters would be struck out of ids and amounts, too; settings take none so short. */
function isTelling(token: string): boolean {
  return token.length >= shortestToken;
}

/** A header that came twice may be joined by commas: then each part must be right. */
function rightOf(token: string, stored: Buffer): string[] | undefined {
  if (matches(token, stored)) return [token];
  const parts = token.split(',').map((part) => part.trim());
  return parts.map((part) => matches(part, stored)).every(Boolean) ? parts : undefined;
}

function matches(token: string, stored: Buffer): boolean {
  const hash = createHash('sha256').update(token).digest();
  return hash.length === stored.length && timingSafeEqual(hash, stored);
}
