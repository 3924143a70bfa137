import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';

/** Bytes of text with the charset that they are in, as far as it is known. */
export interface Encoded {
  bytes: Uint8Array;
  /** WHATWG label. */
  charset?: string;
}

const guessedCharset = 'body: read_as_windows_1251';
const damaged = 'body: broken_characters';

const marks: [charset: string, bytes: number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** A byte order mark outweighs what was declared (WHATWG Encoding, "decode"). */
export function withMark({ bytes, charset }: Encoded): Encoded {
  const mark = marks.find(([, begin]) => begin.every((byte, index) => bytes[index] === byte));
  if (mark) return { bytes: bytes.subarray(mark[1].length), charset: mark[0] };
  return { bytes, ...(charset === undefined ? {} : { charset }) };
}

/** undefined for a charset that nobody knows. */
export function decoderOf(charset: string): TextDecoder | undefined {
  try {
    return new TextDecoder(charset);
  } catch {
    return undefined;
  }
}

/** UTF-16 brought to UTF-8, so that markup can be found in the bytes of every charset. */
export function asciiBased({ bytes, charset }: Encoded): Encoded {
  const decoder = charset === undefined ? undefined : decoderOf(charset);
  if (decoder?.encoding.startsWith('utf-16') !== true) return { bytes, ...(charset === undefined ? {} : { charset }) };
  return { bytes: Buffer.from(decoder.decode(bytes), 'utf8'), charset: 'utf-8' };
}

/**
 * How to read strings of bytes (one character a byte), given all of them: what declares nothing and is no UTF-8 is
 * windows-1251. The charset must be one that `decoderOf` knows.
 */
export function readerOf(
  binary: string,
  charset: string | undefined,
): { read: (part: string) => string; warning?: string } {
  const valid = isUtf8(Buffer.from(binary, 'latin1'));
  const decoder = new TextDecoder(charset ?? (valid ? 'utf-8' : 'windows-1251'));
  const read = (part: string) => (isAscii(part) ? part : decoder.decode(Buffer.from(part, 'latin1')));
  if (valid || (charset !== undefined && decoder.encoding !== 'utf-8')) return { read };
  return { read, warning: charset === undefined ? guessedCharset : damaged };
}

export const overAscii = /[\x80-\xff]/;

function isAscii(text: string): boolean {
  return !overAscii.test(text);
}
