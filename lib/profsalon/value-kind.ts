import type { ReadContext } from '../model/contract.ts';
import type { Json } from '../model/json.ts';
import type { ValueKind } from '../model/seen.ts';
import { zoneOf } from '../model/time-zone.ts';
import { momentOf, unixTime } from '../reading/moment.ts';
import { kopecksOf } from '../reading/money.ts';
import { plainText } from '../reading/text.ts';
import { looksLikeContact } from './unread-contact.ts';

const longest = 254;
export const onlyDigits = /^\d+$/;

/** Of what kind a value looks, by itself and the name under which it stands. */
export function kindOfValue(name: string, value: Json, { timezone }: Pick<ReadContext, 'timezone'>): ValueKind {
  if (typeof value === 'boolean') return 'flag';
  if (typeof value !== 'string' || value.length > longest) return 'text';
  const text = plainText(value);
  const zone = unixTime.test(text) ? undefined : zoneOf(timezone);
  if (zone !== undefined && typeof momentOf(text, zone) === 'object') return 'date';
  if (looksLikeContact(name, text)) return text.includes('@') ? 'email' : 'phone';
  if (onlyDigits.test(text)) return 'digits';
  return typeof kopecksOf(text) === 'number' ? 'money' : 'text';
}
