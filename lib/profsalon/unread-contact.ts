import { emailOf } from '../reading/email.ts';
import { folded } from '../reading/folded-name.ts';
import { phonesOf } from '../reading/phone.ts';
import { plainText } from '../reading/text.ts';

/** Names under which numbers are no phones, whatever they look like. */
export const numberNames = /(?:id|number|no|inn|code|card|account|time|date)$/;
/** Names under which a number that reads as a phone is one, however it is written. */
export const contactNames = /phone|tel|mobile|contact|whatsapp|viber/;
/** How people write a phone: with +, brackets, blanks or dashes, or as 11 digits from 7 or 8. */
export const writtenAsPhone = /[+() -]|^[78]\d{10}$/;
export const withAt = /@[^\s@]{1,200}\.[^\s@]{1,60}$/;
/** Code units of a text that may be an e-mail or a phone. */
const longest = 254;

/** Whether a text that nobody read looks like a way to reach somebody, by itself and the name under which it stands. */
export function looksLikeContact(name: string, text: string): boolean {
  if (text.length > longest) return false;
  const said = plainText(text);
  const under = folded(name.slice(0, longest));
  if (numberNames.test(under)) return false;
  if (withAt.test(said) && typeof emailOf(said) === 'object') return true;
  if (!writtenAsPhone.test(said) && !contactNames.test(under)) return false;
  return phonesOf(said, 1).some(({ e164 }) => e164 !== undefined);
}

/** Whether a text is a phone or an e-mail, whatever stands before it. */
export function isContact(text: string): boolean {
  if (text.length > longest) return false;
  const said = plainText(text);
  return typeof emailOf(said) === 'object' || phonesOf(said, 1).some(({ e164 }) => e164 !== undefined);
}
