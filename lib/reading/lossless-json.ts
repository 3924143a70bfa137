import type { Json } from '../model/json.ts';

/** Deeper payloads are refused: JSON.parse reads 200,000 levels that JSON.stringify then dies on. */
export const maxDepth = 64;

export type ParsedJson = { ok: true; value: Json } | { ok: false; reason: 'broken' | 'too_deep' };

/** Strict JSON (RFC 8259) whose numbers come out as the digits that were written. */
export function parseLossless(text: string): ParsedJson {
  if (isTooDeep(text)) return { ok: false, reason: 'too_deep' };
  try {
    const value: unknown = JSON.parse(text, asWritten);
    if (isJson(value)) return { ok: true, value };
  } catch {
    // The error quotes the text around the fault: it must reach no log and no answer.
  }
  return { ok: false, reason: 'broken' };
}

function asWritten(_name: string, value: unknown, { source }: { source?: string } = {}): unknown {
  return typeof value === 'number' ? source : value;
}

/** JSON.parse makes nothing else; numbers are texts by now. */
function isJson(value: unknown): value is Json {
  return value !== undefined;
}

const codes = { quote: 0x22, backslash: 0x5c, openList: 0x5b, closeList: 0x5d, openObject: 0x7b, closeObject: 0x7d };

function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === codes.quote) at = endOfString(text, at);
    else if (code === codes.openList || code === codes.openObject) depth++;
    else if (code === codes.closeList || code === codes.closeObject) depth--;
    if (depth > maxDepth) return true;
  }
  return false;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charCodeAt(at) !== codes.quote) at += text.charCodeAt(at) === codes.backslash ? 2 : 1;
  return at;
}

export const listOrObject = /^[\s\ufeff]*[[{]/;
export const markBefore = /^[\s\ufeff]+/;

/** The list or object that a text of JSON holds; undefined for any other text. */
export function jsonInText(text: string): ParsedJson | undefined {
  if (!listOrObject.test(text)) return undefined;
  const parsed = parseLossless(text.replace(markBefore, ''));
  return !parsed.ok && parsed.reason === 'broken' ? undefined : parsed;
}
