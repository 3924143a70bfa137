import { fieldsOf, isEmpty, pick, type Fields } from './fields.ts';
import { flagOf } from './flag.ts';
import type { Names } from './folded-name.ts';
import { idOf } from './id.ts';
import type { Node } from './node.ts';
import type { Warn } from './notes.ts';
import { unwrapped } from './shapes.ts';
import { cleanText, cut, isLonger, plainText } from './text.ts';

/** Code points that a text may have. */
export const most = { text: 255, url: 2000, comment: 4000, value: 1000 } as const;

export type TextValues = ReturnType<typeof textValues>;

/** A text of the payload and where it stands. */
export interface Said {
  text: string;
  node: Node;
}

/** Fields that hold one string: absent when not said, absent and warned when of no use. */
export function textValues(warn: Warn) {
  /** What a field says as a string, `""` and `null` left out. */
  function said(fields: Fields, names: Names): Said | undefined {
    const node = pick(fields.find(names).map(unwrapped));
    if (node === undefined || isEmpty(node.value)) return undefined;
    if (typeof node.value === 'string') return { text: node.value, node };
    warn(node, 'not_text');
    return undefined;
  }

  /** By a function that answers undefined for what it knows no use for. */
  function read<T>(fields: Fields, names: Names, code: string, of: (text: string) => T | undefined): T | undefined {
    const found = said(fields, names);
    const value = found && of(plainText(found.text));
    if (found && value === undefined) warn(found.node, code);
    return value;
  }

  function shortened(text: string, node: Node, length: number): string {
    if (isLonger(text, length)) warn(node, 'cut');
    return cut(text, length);
  }

  function text(fields: Fields, names: Names, length: number = most.text): string | undefined {
    const found = said(fields, names);
    const clean = cleanText(found?.text ?? '');
    return found && clean !== '' ? shortened(clean, found.node, length) : undefined;
  }

  function id(fields: Fields, names: Names): string | undefined {
    const found = said(fields, names);
    const known = found && idOf(found.text);
    if (found && known === undefined && found.text.length > 200) warn(found.node, 'too_long');
    return known;
  }

  /** A text that `null` and `""` clear. */
  function clearable(place: Node, length: number): string | null | undefined {
    const node = unwrapped(place);
    node.taken = true;
    if (typeof node.value === 'object' && node.value !== null) {
      warn(node, 'not_text');
      return undefined;
    }
    const clean = cleanText(String(node.value ?? ''));
    return clean === '' ? null : shortened(clean, node, length);
  }

  function flag(fields: Fields, names: Names): boolean | undefined {
    const node = pick(fields.find(names).map(unwrapped));
    if (node === undefined || node.value === null) return undefined;
    if (typeof node.value === 'boolean') return node.value;
    if (typeof node.value !== 'string') warn(node, 'not_text');
    const known = typeof node.value === 'string' ? flagOf(plainText(node.value)) : undefined;
    if (typeof node.value === 'string' && known === undefined) warn(node, 'not_a_flag');
    return known;
  }

  function whole(fields: Fields, names: Names): number | undefined {
    return read(fields, names, 'not_a_number', wholeOf);
  }

  /** Marks names that are known and of no use, so that they are not taken for unknown. */
  function skip(fields: Fields, names: Names): void {
    pick(fields.find(names));
  }

  return { said, read, text, id, clearable, flag, whole, skip, fieldsOf };
}

export const wholeNumber = /^\d{1,9}(?:\.0{1,9})?$/;

function wholeOf(digits: string): number | undefined {
  return wholeNumber.test(digits) ? Number(digits) : undefined;
}
