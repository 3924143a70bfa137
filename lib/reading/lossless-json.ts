import type { Json } from '../model/json.ts';

/** Deeper payloads are refused: JSON.parse reads 200,000 levels that JSON.stringify then dies on. */
export const maxDepth = 64;

export type ParsedJson = { ok: true; value: Json } | { ok: false; reason: 'broken' | 'too_deep' };

/** Strict JSON (RFC 8259) whose numbers come out as the digits that were written. */
export function parseLossless(text: string): ParsedJson {
  const quoted = numbersQuoted(text);
  if (quoted === undefined) return { ok: false, reason: 'too_deep' };
  try {
    // Quotes around its numbers would make JSON of some texts that are none.
    JSON.parse(text);
    const value: unknown = JSON.parse(quoted);
    if (isJson(value)) return { ok: true, value };
  } catch {
    // The error quotes the text around the fault: it must reach no log and no answer.
  }
  return { ok: false, reason: 'broken' };
}

/** JSON.parse makes nothing else; numbers are texts by now. */
function isJson(value: unknown): value is Json {
  return value !== undefined;
}

const codes = { quote: 0x22, backslash: 0x5c };
const steps: Readonly<Record<number, number>> = { 0x5b: 1, 0x7b: 1, 0x5d: -1, 0x7d: -1 };

/**
 * A text of JSON with its numbers in quotes; undefined when it is nested too deep. JSON.parse can tell numbers as written, too, by
 * its reviver, but then takes sixty times as long.
 */
function numbersQuoted(text: string): string | undefined {
  let depth = 0;
  let from = 0;
  let quoted = '';
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    depth += steps[code] ?? 0;
    if (depth > maxDepth) return undefined;
    if (code === codes.quote) at = endOfString(text, at);
    if (!startsNumber(code)) continue;
    const end = endOfNumber(text, at);
    quoted += `${text.slice(from, at)}"${text.slice(at, end)}"`;
    from = end;
    at = end - 1;
  }
  return quoted + text.slice(from);
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charCodeAt(at) !== codes.quote) at += text.charCodeAt(at) === codes.backslash ? 2 : 1;
  return at;
}

const [minus, plus, dot, zero, nine, exponent, smallExponent] = [0x2d, 0x2b, 0x2e, 0x30, 0x39, 0x45, 0x65];

function startsNumber(code: number): boolean {
  return (code >= zero && code <= nine) || code === minus;
}

function endOfNumber(text: string, start: number): number {
  let at = start;
  while (inNumber(text.charCodeAt(at))) at++;
  return at;
}

function inNumber(code: number): boolean {
  return startsNumber(code) || code === dot || code === exponent || code === smallExponent || code === plus;
}

export const listOrObject = /^[\s\ufeff]*[[{]/;
export const markBefore = /^[\s\ufeff]+/;

/** The list or object that a text of JSON holds; undefined for any other text. */
export function jsonInText(text: string): ParsedJson | undefined {
  if (!listOrObject.test(text)) return undefined;
  const parsed = parseLossless(text.replace(markBefore, ''));
  return !parsed.ok && parsed.reason === 'broken' ? undefined : parsed;
}
