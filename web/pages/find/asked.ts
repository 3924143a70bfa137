import type { Body } from '../../api/client.ts';

export type Search = Body<'POST /api/search'>;

const bodyLike = /^[{[]|=/;
const latin = /[a-z]/i;
const digit = /\d/g;
/** Digits of a phone, at least; of one that may as well be an id there is nothing else. */
const phoneDigits = 10;
const onlyDigits = /^\d+$/;

/** What a text may be, in the order in which it is looked for. */
export function meaningsOf(typed: string): Search[] {
  const text = typed.trim();
  if (bodyLike.test(text)) return [{ delivery: text }];
  if (text.includes('@')) return [{ email: text }];
  const digits = text.match(digit)?.length ?? 0;
  if (digits < phoneDigits || latin.test(text)) return [{ id: text }];
  return onlyDigits.test(text) ? [{ phone: text }, { id: text }] : [{ phone: text }];
}
