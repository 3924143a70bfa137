import { cleanKey, isLonger } from './clean.ts';

const mostInId = 200;

/** An id as text: trimmed, without a zero fraction; `""` and `0` are none, nor is what is too long to be one. */
export function idOf(text: string): string | undefined {
  if (text.length > 100 * mostInId) return undefined;
  const id = cleanKey(text).replace(/^(-?\d+)\.0+$/, '$1');
  return id === '' || id === '0' || isLonger(id, mostInId) ? undefined : id;
}
