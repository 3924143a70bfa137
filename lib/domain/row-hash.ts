import { createHash } from 'node:crypto';
import { canonicalJson } from '../model/json.ts';

/** Tells what was sent of a record from what would be sent now. */
export function rowHash(row: object): string {
  return createHash('sha256').update(canonicalJson(row)).digest('base64url').slice(0, 22);
}
