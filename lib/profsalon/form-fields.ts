import { readerOf } from './charset.ts';
import type { Pair } from './php-form.ts';

/** `name=value&…`, given and returned as strings of bytes (one character a byte). */
export function urlencodedPairs(binary: string): Pair[] {
  const fields = binary
    .replace(/^[ \t\r\n]+|\r?\n$/g, '')
    .split('&')
    .filter((field) => field !== '');
  return fields.map((field) => {
    const equals = field.indexOf('=');
    if (equals < 0) return [unescaped(field), ''];
    return [unescaped(field.slice(0, equals)), unescaped(field.slice(equals + 1))];
  });
}

function unescaped(text: string): string {
  return text
    .replaceAll('+', ' ')
    .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The fields of a multipart/form-data body (RFC 7578), as strings of bytes; files are left out. */
export function multipartPairs(binary: string, boundary: string): Pair[] {
  const [, ...parts] = `\n${binary}`.split(`\n--${boundary}`);
  const end = parts.findIndex((part) => part.startsWith('--'));
  return (end < 0 ? parts : parts.slice(0, end)).flatMap(partPair);
}

function partPair(part: string): Pair[] {
  const blank = /\r?\n\r?\n/.exec(part);
  if (!blank) return [];
  const disposition = /^content-disposition:([^\n]*)/im.exec(part.slice(0, blank.index))?.[1]?.slice(0, 2000) ?? '';
  const name = /;\s*name=(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(disposition);
  if (!name || /;\s*filename\*?=/i.test(disposition)) return [];
  const value = part.slice(blank.index + blank[0].length).replace(/\r$/, '');
  return [[(name[1] ?? name[2] ?? '').replace(/\\(.)/g, '$1').replaceAll('%22', '"'), value]];
}

/** Strings of bytes read as text; byte order marks go, wherever a form puts them. */
export function readPairs(pairs: Pair[], charset: string | undefined): { pairs: Pair[]; warning?: string } {
  const { read, ...rest } = readerOf(pairs.flat().join('\n'), charset);
  const text = (part: string) =>
    read(part)
      .replace(/^\ufeff+/, '')
      .trimStart();
  return { pairs: pairs.map(([name, value]) => [text(name), read(value).replace(/^\ufeff+/, '')]), ...rest };
}
