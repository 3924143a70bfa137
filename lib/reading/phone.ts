import { parsePhoneNumberFromString } from 'libphonenumber-js/core';
import type { Phone } from '../model/reading.ts';
import { cut, plainText } from './text.ts';
import { phoneMetadata } from './phone-metadata.ts';

export const betweenPhones = /[,;/]/;
export const letterOrDigit = /[\p{L}\p{N}]/u;
/** Code units of a number with all that people write around it. */
const longest = 250;

/** The numbers in a text, cut at `,` `;` `/`, the first `most`. What is no number is kept as typed, for people to read. */
export function phonesOf(text: string, most: number): Phone[] {
  // Cleaned before it is cut: an entity ends with a semicolon.
  const pieces = plainText(text.slice(0, most * longest)).split(betweenPhones, most);
  return pieces
    .map((piece) => piece.trim())
    .filter((piece) => letterOrDigit.test(piece))
    .map(phoneOf);
}

/** Seven equal digits at the end: what people type into a field that they must fill in. */
export const placeholder = /(\d)\1{6}$/;

function phoneOf(piece: string): Phone {
  const e164 = e164Of(piece.slice(0, longest));
  const shown = e164 ?? cut(piece, 255);
  return e164 === undefined || placeholder.test(e164) ? { shown } : { shown, e164 };
}

function e164Of(piece: string): string | undefined {
  const number = piece.replace(zeroEnd, '').replace(extension, '');
  const digits = number.replace(noDigit, '');
  if (digits.length < 7 || digits.length > 20) return undefined;
  const plus = plusFirst.test(number);
  // No country has +89: a Russian number with its trunk prefix.
  if (plus && trunkWithPlus.test(digits)) return valid(digits);
  if (plus) return valid(number) ?? foreign(digits);
  return valid(number) ?? valid(`+${digits}`);
}

export const extension = / ?(?:#|доб(?:ав)?\.?|вн\.?|ext\.?) ?:? ?\d{1,10} ?$/i;
export const zeroEnd = /\.0{1,20}$/;
export const noDigit = /\D/g;
export const plusFirst = /^[^\d+]*\+/;
export const trunkWithPlus = /^89\d{9}$/;
export const foreignNumber = /^(?!0|89)\d{8,15}$/;

function valid(number: string): string | undefined {
  const parsed = parsePhoneNumberFromString(number, 'RU', phoneMetadata);
  return parsed?.isValid() === true ? parsed.number : undefined;
}

/** A number of a country that we have no metadata of stands as the sender wrote it. */
function foreign(digits: string): string | undefined {
  const ours = Object.keys(phoneMetadata.country_calling_codes).some((code) => digits.startsWith(code));
  return !ours && foreignNumber.test(digits) ? `+${digits}` : undefined;
}
