import { readerOf } from './charset.ts';
import type { Pair } from './php-form.ts';
import { blanks } from './text.ts';

export const blanksFirst = /^[ \t\r\n]+/;
export const lineEnd = /\r?\n$/;
export const percent = /%([0-9a-f]{2})/gi;
export const blankLine = /\r?\n\r?\n/;
export const contentDisposition = /^content-disposition:([^\n]*)/im;
export const partName = /; ?name=(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i;
export const fileName = /; ?filename\*?=/i;
export const returnLast = /\r$/;
export const escaped = /\\(.)/g;
export const marksFirst = /^\ufeff+/;

/** `name=value&…`, given and returned as strings of bytes (one character a byte). */
export function urlencodedPairs(binary: string): Pair[] {
  const fields = binary
    .replace(blanksFirst, '')
    .replace(lineEnd, '')
    .split('&')
    .filter((field) => field !== '');
  return fields.map((field) => {
    const equals = field.indexOf('=');
    if (equals < 0) return [unescaped(field), ''];
    return [unescaped(field.slice(0, equals)), unescaped(field.slice(equals + 1))];
  });
}

function unescaped(text: string): string {
  return text.replaceAll('+', ' ').replace(percent, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The fields of a multipart/form-data body (RFC 7578), as strings of bytes; files are left out. */
export function multipartPairs(binary: string, boundary: string): Pair[] {
  const [, ...parts] = `\n${binary}`.split(`\n--${boundary}`);
  const end = parts.findIndex((part) => part.startsWith('--'));
  return (end < 0 ? parts : parts.slice(0, end)).flatMap(partPair);
}

function partPair(part: string): Pair[] {
  const blank = blankLine.exec(part);
  if (!blank) return [];
  const disposition =
    contentDisposition.exec(part.slice(0, blank.index))?.[1]?.slice(0, 2000).replace(blanks, ' ') ?? '';
  const name = partName.exec(disposition);
  if (!name || fileName.test(disposition)) return [];
  const value = part.slice(blank.index + blank[0].length).replace(returnLast, '');
  return [[(name[1] ?? name[2] ?? '').replace(escaped, '$1').replaceAll('%22', '"'), value]];
}

/** Strings of bytes read as text; byte order marks go, wherever a form puts them. */
export function readPairs(pairs: Pair[], charset: string | undefined): { pairs: Pair[]; warning?: string } {
  const { read, ...rest } = readerOf(pairs.flat().join('\n'), charset);
  const text = (part: string) => read(part).replace(marksFirst, '').trimStart();
  return { pairs: pairs.map(([name, value]) => [text(name), read(value).replace(marksFirst, '')]), ...rest };
}
