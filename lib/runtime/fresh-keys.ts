import { randomBytes } from 'node:crypto';

/** Keys and secrets that nobody can guess and no two share. */
export const freshKeys = {
  /** Of an account or a salon. */
  newKey: () => randomBytes(12).toString('hex'),
  /** The secret last part of a webhook URL. */
  newHookKey: () => randomBytes(32).toString('base64url'),
  /** Of an account: 32 bytes in base64. */
  newHmacSecret: () => randomBytes(32).toString('base64'),
  /** Tells one write from another. */
  newNonce: () => randomBytes(6).toString('base64url'),
} as const;
