import { entityDecoded } from './text.ts';

export type Strike = (text: string) => string;

const stars = '***';
/** Shorter ones are struck as a whole value only: they would be found in ids and amounts. */
const shortest = 8;
/** Code units: no secret of ours is longer. */
const longest = 512;

/** Strikes secrets out of texts: as they are, HTML-escaped, percent-encoded or as JSON in a text has them, and as whole words in base64. */
export function strikerOf(secrets: readonly string[]): Strike {
  // Longest first: one secret may be a part of another.
  const known = [...new Set(secrets)]
    .filter((secret) => secret !== '' && secret.length <= longest)
    .sort((a, b) => b.length - a.length);
  const short = new Set(known.filter((secret) => secret.length < shortest));
  const long = known.filter((secret) => secret.length >= shortest);
  const words = new Set(long.flatMap(inBase64));
  return (text) => {
    if (short.has(text.trim()) || short.has(plainOf(text.trim()))) return stars;
    const struck = long.reduce(strikeOne, text);
    return words.size === 0 || struck.length < shortest ? struck : strikeWords(struck, words);
  };
}

function plainOf(text: string): string {
  return text.length > 20 * shortest ? '' : decoded(text).text;
}

function strikeOne(text: string, secret: string): string {
  const plain = text.includes(secret) ? text.replaceAll(secret, () => stars) : text;
  return encodingSign.test(plain) ? strikeDecoded(plain, secret) : plain;
}

/** A text with its entities, percent signs and JSON's escapes undone, and where in the text each of its units came from. */
interface Decoded {
  text: string;
  /** Unit of the decoded text → where its spelling begins; one more for the end. */
  starts: number[];
}

export const encodingSign = /[&%\\]/;
export const encodedUnit =
  /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-f]{1,6}));|(?:%|\\u00)([0-9a-f]{2})|\\(["\\/])/gi;

function decoded(text: string): Decoded {
  const starts: number[] = [];
  let plain = '';
  let at = 0;
  const take = (piece: string, from: number, step: number) => {
    for (let unit = 0; unit < piece.length; unit++) starts.push(from + unit * step);
    plain += piece;
  };
  for (const match of text.matchAll(encodedUnit)) {
    const [whole, name, decimal, hex, code, escaped] = match;
    take(text.slice(at, match.index), at, 1);
    const unit = code === undefined ? escaped : unitOf(code);
    take(unit ?? entityDecoded(whole, name, decimal, hex), match.index, 0);
    at = match.index + whole.length;
  }
  take(text.slice(at), at, 1);
  starts.push(text.length);
  return { text: plain, starts };
}

function unitOf(code: string): string {
  return String.fromCharCode(Number.parseInt(code, 16));
}

function strikeDecoded(text: string, secret: string): string {
  const { text: plain, starts } = decoded(text);
  let struck = '';
  let kept = 0;
  for (let at = plain.indexOf(secret); at >= 0; at = plain.indexOf(secret, at + secret.length)) {
    struck += text.slice(kept, starts[at]) + stars;
    kept = starts[at + secret.length] ?? text.length;
  }
  return kept === 0 ? text : struck + text.slice(kept);
}

function inBase64(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8');
  return [bytes.toString('base64').replace(padding, ''), bytes.toString('base64url')];
}

export const padding = /={1,2}$/;
export const base64Word = /[\w+/-]{11,}={0,2}/g;

function strikeWords(text: string, words: ReadonlySet<string>): string {
  return text.replace(base64Word, (word) => (words.has(word.replace(padding, '')) ? stars : word));
}
