import { parsePhoneNumberFromString } from 'libphonenumber-js/core';
import type { Phone } from '../model/reading.ts';
import { cleanKey, cut } from './clean.ts';
import { phoneMetadata } from './phone-metadata.ts';

/** The numbers in a text, cut at `,` `;` `/`. What is no number is kept as typed, for people to read. */
export function phonesOf(text: string): Phone[] {
  const pieces = cleanKey(text)
    .split(/[,;/]/)
    .map((piece) => piece.trim());
  return pieces.filter((piece) => /[\p{L}\p{N}]/u.test(piece)).map(phoneOf);
}

/** Seven equal digits at the end: what people type into a field that they must fill in. */
const placeholder = /(\d)\1{6}$/;

function phoneOf(piece: string): Phone {
  const e164 = e164Of(piece.slice(0, 250));
  const shown = e164 ?? cut(piece, 255);
  return e164 === undefined || placeholder.test(e164) ? { shown } : { shown, e164 };
}

function e164Of(piece: string): string | undefined {
  const number = piece.replace(/\.0+$/, '').replace(extension, '');
  const digits = number.replace(/\D/g, '');
  if (digits.length < 7 || digits.length > 20) return undefined;
  const plus = /^[^\d+]*\+/.test(number);
  // No country has +89: a Russian number with its trunk prefix.
  if (plus && /^89\d{9}$/.test(digits)) return valid(digits);
  if (plus) return valid(number) ?? foreign(digits);
  return valid(number) ?? valid(`+${digits}`);
}

const extension = /\s*(?:#|доб(?:ав)?\.?|вн\.?|ext\.?)\s*:?\s*\d{1,10}\s*$/i;

function valid(number: string): string | undefined {
  const parsed = parsePhoneNumberFromString(number, 'RU', phoneMetadata);
  return parsed?.isValid() === true ? parsed.number : undefined;
}

/** A number of a country that we have no metadata of stands as the sender wrote it. */
function foreign(digits: string): string | undefined {
  const ours = Object.keys(phoneMetadata.country_calling_codes).some((code) => digits.startsWith(code));
  return !ours && /^(?!0|89)\d{8,15}$/.test(digits) ? `+${digits}` : undefined;
}
