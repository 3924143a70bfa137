import { createHash, timingSafeEqual } from 'node:crypto';
import type { Delivery } from '../model/delivery.ts';
import type { Salon } from '../model/settings.ts';

/** Tokens that a delivery presents outside its body: of a header given twice, and joined by commas, each part counts. */
export function tokensOutside({ headers, queryTokens }: Delivery): string[] {
  const bearer = (headers.get('authorization') ?? []).flatMap(bearerOf);
  return [...bearer, ...(headers.get('x-salon-token') ?? []), ...queryTokens];
}

function bearerOf(value: string): string[] {
  return value.split(/,(?=\s*[a-z-]+\s)/i).flatMap((part) => /^\s*bearer\s+(.*)$/is.exec(part)?.[1] ?? []);
}

/** Whether a delivery that presents these tokens (trimmed, empty ones are none) is admitted. All must be right. */
export function admits(salon: Pick<Salon, 'requireToken' | 'tokenSha256'>, presented: readonly string[]): boolean {
  const { requireToken, tokenSha256 } = salon;
  const tokens = presented.map((token) => token.trim()).filter((token) => token !== '');
  if (tokens.length === 0) return !requireToken;
  // Without a token in the settings there is nothing that a sender's own could be wrong against.
  if (tokenSha256 === undefined) return !requireToken && new Set(tokens).size === 1;
  const stored = Buffer.from(tokenSha256, 'hex');
  return tokens.map((token) => isRight(token, stored)).every(Boolean);
}

/** Proxies join a header that came twice by a comma: then each part must be right. */
function isRight(token: string, stored: Buffer): boolean {
  return (
    matches(token, stored) || (token.includes(',') && token.split(',').every((part) => matches(part.trim(), stored)))
  );
}

function matches(token: string, stored: Buffer): boolean {
  const hash = createHash('sha256').update(token).digest();
  return hash.length === stored.length && timingSafeEqual(hash, stored);
}
