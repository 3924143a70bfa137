import { cleanKey, isLonger } from './text.ts';

const mostInId = 200;
export const zeroFraction = /^(-?\d{1,200})\.0{1,200}$/;

/** An id as text: trimmed, without a zero fraction; `""` and `0` are none, nor is what is too long to be one. */
export function idOf(text: string): string | undefined {
  if (text.length > 100 * mostInId) return undefined;
  const id = cleanKey(text).replace(zeroFraction, '$1');
  return id === '' || id === '0' || isLonger(id, mostInId) ? undefined : id;
}
