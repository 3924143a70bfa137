/** What a Content-Type header says, as far as we ask. */
export interface MediaType {
  kind?: 'json' | 'form' | 'multipart';
  charset?: string;
  boundary?: string;
}

export function mediaTypeOf(header: string): MediaType {
  const kind = kindOf(header.split(/[;,]/, 1)[0]?.trim().toLowerCase() ?? '');
  const charset = parameter(header, /[;,]\s*charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;,"']*))/i);
  const boundary = parameter(header, /[;,]\s*boundary\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;,"']*))/i);
  return { ...(kind && { kind }), ...(charset && { charset }), ...(boundary && { boundary }) };
}

function kindOf(type: string): MediaType['kind'] {
  if (type === 'application/json' || type.endsWith('+json')) return 'json';
  if (type === 'application/x-www-form-urlencoded') return 'form';
  return type === 'multipart/form-data' ? 'multipart' : undefined;
}

function parameter(header: string, pattern: RegExp): string | undefined {
  return pattern
    .exec(header)
    ?.slice(1)
    .find((value: string | undefined) => value !== undefined)
    ?.trim();
}

/** What a body looks like, whatever its header: a list or object, a JSON scalar, parts with a boundary, `name=value`. */
export function lookOf(binary: string): 'json' | 'scalar' | 'multipart' | 'form' | undefined {
  const begin = binary.slice(0, 2000).trimStart();
  if (/^[[{]/.test(begin)) return 'json';
  if (/^--[^\n]{1,100}\ncontent-disposition:\s*form-data/i.test(begin)) return 'multipart';
  if (/^(?:null|true|false|-?\d+(?:\.\d+)?|"[^"]*")\s*$/.test(begin)) return 'scalar';
  // Bytes over 0x7f are letters of some charset.
  return /^(?!--)[\w%.+\-~*[\]\x80-\xff]+=/.test(begin) ? 'form' : undefined;
}
