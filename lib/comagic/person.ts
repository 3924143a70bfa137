import type { Phone } from '../model/reading.ts';

/** Phones as the Data API takes them: E.164 without the plus; one that is no number is left out. */
export function phoneNumbers(phones: readonly Phone[]): string[] {
  return [...new Set(phones.flatMap(({ e164 }) => (e164 === undefined ? [] : [e164.slice(1)])))];
}
