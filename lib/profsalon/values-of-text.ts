import { cleanKey, cleanText, cut, isLonger } from './clean.ts';
import { find, isEmpty, type Fields, type Found } from './fields.ts';
import { flagOf } from './flag.ts';
import { idOf } from './id.ts';
import type { Warn } from './notes.ts';

type Names = readonly string[];

/** Code points that a text may have. */
export const most = { text: 255, url: 2000, comment: 4000, value: 1000 } as const;

export type TextValues = ReturnType<typeof textValues>;

/** Fields that hold one string: absent when not said, absent and warned when of no use. */
export function textValues(warn: Warn) {
  /** What a field says as a string, `""` and `null` left out. */
  function said(fields: Fields, names: Names): { text: string; path: string } | undefined {
    const found = find(fields, names);
    if (!found || isEmpty(found.value)) return undefined;
    const { value, path } = found;
    if (typeof value === 'string') return { text: value, path };
    warn(path, 'not_text');
    return undefined;
  }

  /** By a function that answers undefined for what it knows no use for. */
  function read<T>(fields: Fields, names: Names, code: string, of: (text: string) => T | undefined): T | undefined {
    const found = said(fields, names);
    const value = found && of(cleanKey(found.text));
    if (found && value === undefined) warn(found.path, code);
    return value;
  }

  function shortened(text: string, path: string, length: number): string {
    if (isLonger(text, length)) warn(path, 'cut');
    return cut(text, length);
  }

  function text(fields: Fields, names: Names, length: number = most.text): string | undefined {
    const found = said(fields, names);
    const clean = cleanText(found?.text ?? '');
    return found && clean !== '' ? shortened(clean, found.path, length) : undefined;
  }

  function id(fields: Fields, names: Names): string | undefined {
    const found = said(fields, names);
    const known = found && idOf(found.text);
    if (found && known === undefined && found.text.length > 200) warn(found.path, 'too_long');
    return known;
  }

  /** A text that `null` and `""` clear. */
  function clearable({ value, path }: Found, length: number): string | null | undefined {
    if (typeof value === 'object' && value !== null) {
      warn(path, 'not_text');
      return undefined;
    }
    const clean = cleanText(String(value ?? ''));
    return clean === '' ? null : shortened(clean, path, length);
  }

  function flag(fields: Fields, names: Names): boolean | undefined {
    const found = find(fields, names);
    if (typeof found?.value === 'boolean') return found.value;
    // PHP writes false as an empty text: the one field of which `""` says something.
    return found?.value === '' ? false : read(fields, names, 'not_a_flag', flagOf);
  }

  function whole(fields: Fields, names: Names): number | undefined {
    return read(fields, names, 'not_a_number', wholeOf);
  }

  return { said, read, text, id, clearable, flag, whole };
}

function wholeOf(digits: string): number | undefined {
  return /^\d{1,9}(?:\.0+)?$/.test(digits) ? Number(digits) : undefined;
}
