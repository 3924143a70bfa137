import { createHash, type Hash } from 'node:crypto';
import * as v from 'valibot';

const nameRule = /^(?!(?:aws|amazon)\.)(?!\.)(?!.*\.\.)(?!.*\.$)[\w.-]{1,256}$/i;

const MessageAttribute = v.pipe(
  v.object({
    DataType: v.pipe(v.string(), v.regex(/^(?:String|Number|Binary)(?:\..{1,249})?$/, 'Unsupported data type')),
    StringValue: v.optional(v.string()),
    BinaryValue: v.optional(v.pipe(v.string(), v.base64('Not base64'))),
  }),
  v.check(hasItsValue, 'The value of a message attribute must fit its type and not be empty'),
);
type MessageAttribute = v.InferOutput<typeof MessageAttribute>;

export const MessageAttributes = v.pipe(
  v.record(v.pipe(v.string(), v.regex(nameRule, 'Invalid message attribute name')), MessageAttribute),
  v.maxEntries(10, 'Number of message attributes exceeds the allowed maximum'),
);
export type MessageAttributes = v.InferOutput<typeof MessageAttributes>;

function isBinary(attribute: { DataType: string }): boolean {
  return attribute.DataType.startsWith('Binary');
}

function hasItsValue(attribute: {
  DataType: string;
  StringValue?: string | undefined;
  BinaryValue?: string | undefined;
}) {
  const value = isBinary(attribute) ? attribute.BinaryValue : attribute.StringValue;
  if (!value) return false;
  return !attribute.DataType.startsWith('Number') || Number.isFinite(Number(value));
}

function bytesOf(attribute: MessageAttribute): Buffer {
  if (isBinary(attribute)) return Buffer.from(attribute.BinaryValue ?? '', 'base64');
  return Buffer.from(attribute.StringValue ?? '');
}

/** Name, type and value all count towards the size of a message. */
export function bytesInAttributes(attributes: MessageAttributes): number {
  const sizes = Object.entries(attributes).map(
    ([name, attribute]) =>
      Buffer.byteLength(name) + Buffer.byteLength(attribute.DataType) + bytesOf(attribute).byteLength,
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** As the developer guide has it under "Calculating the MD5 message digest for message attributes". */
export function md5OfAttributes(attributes: MessageAttributes): string {
  const hash = createHash('md5');
  for (const name of Object.keys(attributes).sort()) {
    const attribute = attributes[name];
    if (!attribute) continue;
    addSized(hash, Buffer.from(name));
    addSized(hash, Buffer.from(attribute.DataType));
    hash.update(Uint8Array.of(isBinary(attribute) ? 2 : 1));
    addSized(hash, bytesOf(attribute));
  }
  return hash.digest('hex');
}

function addSized(hash: Hash, bytes: Buffer): void {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(bytes.byteLength);
  hash.update(size).update(bytes);
}

/** Those a receiver asked for: by name, by `prefix.*`, or all. */
export function chosenAttributes(attributes: MessageAttributes, wanted: string[]): MessageAttributes {
  const isWanted = (name: string) =>
    wanted.some((pattern) => {
      if (pattern === 'All' || pattern === '.*') return true;
      return pattern.endsWith('.*') ? name.startsWith(pattern.slice(0, -2)) : name === pattern;
    });
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => isWanted(name)));
}
