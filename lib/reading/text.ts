const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
export const entity = /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi;

/** The five HTML entities and numeric ones, decoded once. */
export function entitiesDecoded(text: string): string {
  return text.includes('&') ? text.replace(entity, entityDecoded) : text;
}

/** The character of an entity, given as a match of `entity`; itself when there is no such character. */
export function entityDecoded(whole: string, name?: unknown, decimal?: unknown, hex?: unknown): string {
  if (typeof name === 'string') return named[name.toLowerCase()] ?? whole;
  const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
  return code > 0x10ffff ? whole : String.fromCodePoint(code);
}

// The range does what \p{Surrogate} does: in a unicode pattern it matches lone surrogates alone.
export const unusable = /[\u0000\ufffe\uffff\ud800-\udfff]/gu;

/** Text without what a queue refuses or a screen cannot show: NUL, lone surrogates, U+FFFE, U+FFFF. Trimmed. */
export function cleanText(text: string): string {
  return entitiesDecoded(text).replace(unusable, '').trim();
}

export const invisible = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;

/** Text of an id, a phone or an e-mail: zero-width and direction marks, which telephones add when copied, are gone too. */
export function cleanKey(text: string): string {
  return cleanText(text).replace(invisible, '').trim();
}

export const blanks = /\s+/g;

/** Text whose form is to be recognised: clean, runs of blanks as one, so that no pattern meets a long run. */
export function plainText(text: string): string {
  return cleanKey(text).replace(blanks, ' ');
}

/** At most so many code points, in a text of its own that keeps no longer one alive. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  return Array.from(text.slice(0, 2 * most))
    .slice(0, most)
    .join('');
}

export function isLonger(text: string, most: number): boolean {
  return text.length > most && Array.from(text.slice(0, 2 * most + 2)).length > most;
}
