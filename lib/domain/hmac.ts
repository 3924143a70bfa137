import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';

/** Secrets whose keys a process holds; to make a key takes six times as long as to use it. */
const mostKeys = 100;
const keys = new Map<string, KeyObject>();

/** HMAC-SHA-256. `secret`: an account's, base64. */
export function hmac(secret: string, text: string, encoding: 'hex' | 'base64url'): string {
  return createHmac('sha256', keyOf(secret)).update(text).digest(encoding);
}

function keyOf(secret: string): KeyObject {
  const known = keys.get(secret);
  if (known !== undefined) return known;
  const key = createSecretKey(Buffer.from(secret, 'base64'));
  if (keys.size >= mostKeys) keys.clear();
  keys.set(secret, key);
  return key;
}
