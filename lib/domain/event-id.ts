import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '../model/json.ts';

/** Our id of an event: SHA-256 (hex) over the salon key and the canonical event as decoded, tokens removed. */
export function eventId(salonKey: string, event: Json): string {
  return createHash('sha256')
    .update(`${salonKey}\n${canonicalJson(event)}`)
    .digest('hex');
}
