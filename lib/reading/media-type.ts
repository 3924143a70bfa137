import { blanks } from './text.ts';

/** What a Content-Type header says, as far as we ask. */
export interface MediaType {
  kind?: 'json' | 'form' | 'multipart';
  charset?: string;
  boundary?: string;
}

/** Code units of a header that are looked at. */
const longest = 1000;
export const typeEnd = /[;,]/;
export const charsetParameter = /[;,] ?charset ?= ?(?:"([^"]*)"|'([^']*)'|([^\s;,"']*))/i;
export const boundaryParameter = /[;,] ?boundary ?= ?(?:"([^"]*)"|'([^']*)'|([^\s;,"']*))/i;

export function mediaTypeOf(header: string): MediaType {
  const kind = kindOf(header.slice(0, longest).split(typeEnd, 1)[0]?.trim().toLowerCase() ?? '');
  const charset = parameter(header, charsetParameter);
  const boundary = parameter(header, boundaryParameter);
  return { ...(kind && { kind }), ...(charset && { charset }), ...(boundary && { boundary }) };
}

function kindOf(type: string): MediaType['kind'] {
  if (type === 'application/json' || type.endsWith('+json')) return 'json';
  if (type === 'application/x-www-form-urlencoded') return 'form';
  return type === 'multipart/form-data' ? 'multipart' : undefined;
}

function parameter(header: string, pattern: RegExp): string | undefined {
  return pattern
    .exec(header.slice(0, longest).replace(blanks, ' '))
    ?.slice(1)
    .find((value: string | undefined) => value !== undefined)
    ?.trim();
}

/** What a body looks like, whatever its header: a list or object, a JSON scalar, parts with a boundary, `name=value`. */
export function lookOf(binary: string): 'json' | 'scalar' | 'multipart' | 'form' | undefined {
  const begin = binary.slice(0, 2000).trimStart();
  if (jsonBegins.test(begin)) return 'json';
  if (partsBegin.test(begin)) return 'multipart';
  if (scalarAlone.test(begin.trimEnd())) return 'scalar';
  return formBegins.test(begin) ? 'form' : undefined;
}

export const jsonBegins = /^[[{]/;
export const partsBegin = /^--[^\n]{1,100}\ncontent-disposition:[ \t]*form-data/i;
/** A text may hold JSON. */
export const scalarAlone = /^(?:null|true|false|-?\d+(?:\.\d+)?$|")/;
/** Bytes over 0x7f are letters of some charset. */
export const formBegins = /^(?!--)[\w%.+\-~*[\]\x80-\xff]+=/;
