import * as v from 'valibot';
import type { SetRef } from './event-set.ts';
import type { OutboundRecord } from './outbound-state.ts';
import { keySchema, kindSchema, type Kind } from './words.ts';

export const plainId = /^[A-Za-z0-9_-]{1,200}$/;

/** A sender's id as part of a key or a URL: itself when it is plain, else `~` and base64url of its UTF-8. */
export function encodeId(id: string): string {
  return plainId.test(id) ? id : `~${Buffer.from(id, 'utf8').toString('base64url')}`;
}

export function decodeId(part: string): string {
  return part.startsWith('~') ? Buffer.from(part.slice(1), 'base64url').toString('utf8') : part;
}

const letters = { deal: 'd', booking: 'b' } as const satisfies Record<Kind, string>;

/** Public id of the record that a set is folded into: `<salon key>.<d|b>.<sender's id>`. */
export function recordId(set: SetRef): string {
  return `${set.salonKey}.${letters[set.kind]}.${encodeId(set.id)}`;
}

/** Public id of a contact: `<salon key>.c.<key>`. */
export function contactId(salonKey: string, key: string): string {
  return `${salonKey}.c.${encodeId(key)}`;
}

/** The id of a record as the API shows it; a contact's is that of its list. */
export function outboundId(record: OutboundRecord): string {
  return record.kind === 'contact' ? contactId(record.salonKey, record.key) : recordId(record.set);
}

/** The contact that a public id names; undefined for what is none, or could not be the key of any. */
export function contactOfId(id: string): { salonKey: string; key: string } | undefined {
  if (id.length > mostBytes) return undefined;
  const [salonKey = '', letter, part = '', ...rest] = id.split('.');
  if (letter !== 'c' || part === '' || rest.length > 0 || !v.is(keySchema, salonKey)) return undefined;
  const key = decodeId(part);
  return encodeId(key) === part ? { salonKey, key } : undefined;
}

/** Every record that may be sent and has this public id: a deal, and the request that stands for it, have one. */
export function recordsOfId(id: string): OutboundRecord[] {
  const contact = contactOfId(id);
  if (contact !== undefined) return [{ kind: 'contact', ...contact }];
  const set = setOfRecordId(id);
  return set === undefined ? [] : recordsOfSet(set);
}

/** The records that a set may be folded into. */
export function recordsOfSet(set: SetRef): OutboundRecord[] {
  const request = { kind: 'request', set } as const;
  return set.kind === 'deal' ? [{ kind: 'deal', set }, request] : [request];
}

/** Our key of the salon of a record that may be sent. */
export function salonOfOutbound(record: OutboundRecord): string {
  return record.kind === 'contact' ? record.salonKey : record.set.salonKey;
}

/** The set of a salon and a kind by its encoded id; undefined for what is none. */
export function setOfKey(salonKey: string, kind: string, part: string): SetRef | undefined {
  const known = v.safeParse(kindSchema, kind);
  if (!known.success || part === '' || !v.is(keySchema, salonKey)) return undefined;
  const id = decodeId(part);
  return encodeId(id) === part ? { salonKey, kind: known.output, id } : undefined;
}

/** A partition key of DynamoDB has at most 2,048 bytes; that of a set is at most six longer than the id of its record. */
const mostBytes = 2048 - 6;

/** The set that a public record id names; undefined for what is none, or could not be the key of any. */
export function setOfRecordId(id: string): SetRef | undefined {
  if (id.length > mostBytes) return undefined;
  const [salonKey = '', letter, part = '', ...rest] = id.split('.');
  if (rest.length > 0 || (letter !== 'd' && letter !== 'b')) return undefined;
  return setOfKey(salonKey, letter === 'd' ? 'deal' : 'booking', part);
}

const testPrefix = 'test_';

/** In the place of a salon's key in all that its test delivery makes: no list, count, search or job of the salon meets it. Keys of ours are hexadecimal. */
export function testKeyOf(salonKey: string): string {
  return `${testPrefix}${salonKey}`;
}

/** The salon whose test delivery a key stands for; undefined for a salon's own. */
export function salonOfTestKey(key: string): string | undefined {
  return key.startsWith(testPrefix) ? key.slice(testPrefix.length) : undefined;
}

export function isTestKey(key: string | undefined): boolean {
  return key !== undefined && salonOfTestKey(key) !== undefined;
}

/** ProfSalon's id of a salon as ids are compared: blanks around it and its case do not count. */
export function plainSalonId(salonId: string): string {
  return salonId.trim().toLowerCase();
}
