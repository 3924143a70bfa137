import { createHash } from 'node:crypto';

/** Our id of an event: SHA-256 (hex) over the salon key and the canonical JSON of the event as decoded, tokens removed. */
export function eventId(salonKey: string, canonicalEvent: string): string {
  return createHash('sha256').update(`${salonKey}\n${canonicalEvent}`).digest('hex');
}
