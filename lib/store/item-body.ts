import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as v from 'valibot';
import { canonicalJson } from '../model/json.ts';
import type { Item } from './table.ts';

/** Version of the bodies that are written; readers take this one and the one before. */
export const bodyVersion = 2;

/** Bytes of an item that cost one write unit. */
const unitBytes = 1024;
/** What is left of our texts at best. */
const deflatedShare = 0.4;

const bodySchema = v.union([v.object({ text: v.string() }), v.object({ body: v.instance(Uint8Array) })]);
const versionSchema = v.object({ v: v.number() });

/** An item with a value as its body: its JSON, deflated when that may save a write unit. */
export function withBody(head: Item, value: unknown): Item {
  return withText(head, JSON.stringify(value));
}

function withText(head: Item, text: string): Item {
  const [others, own] = [bytesOf({ ...head, text: '' }), Buffer.byteLength(text)];
  const saves = unitsOf(others + deflatedShare * own) < unitsOf(others + own);
  return saves ? { ...head, body: deflated(text) } : { ...head, text };
}

function unitsOf(bytes: number): number {
  return Math.ceil(bytes / unitBytes);
}

// A small window: our texts are a few KB, and setting up a large one costs more than it saves.
const deflation = { level: 5, windowBits: 13, memLevel: 6 } as const;

/** The one way in which texts are stored deflated. */
export function deflated(text: string | Uint8Array): Uint8Array {
  return deflateRawSync(text, deflation);
}

/** The text in the body of an item; undefined for an item without one. */
export function textOf(item: Item): string | undefined {
  const stored = v.safeParse(bodySchema, item);
  if (!stored.success) return undefined;
  return 'text' in stored.output ? stored.output.text : inflateRawSync(stored.output.body).toString('utf8');
}

/** The value in the body of an item, as its schema takes it. Throws when it does not: nobody but us writes bodies. */
export function bodyOf<S extends v.GenericSchema>(schema: S, item: Item): v.InferOutput<S> {
  const text = textOf(item);
  if (text === undefined) throw new Error('an item without a body');
  return v.parse(schema, JSON.parse(text));
}

export function itemVersion(item: Item): number {
  return v.parse(versionSchema, item).v;
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url');
}

/** An item that is told from another by its content alone. */
export function itemOf(pk: string, sk: string, value: unknown): Item {
  const text = canonicalJson(value);
  return withText({ pk, sk, rev: sha256(text), v: bodyVersion }, text);
}

/** A text as part of a sort key (at most 1,024 bytes in all): itself when it is short, else `~` and its SHA-256 in hex. */
export function keyPart(text: string): string {
  if (Buffer.byteLength(text, 'utf8') <= 400) return text;
  return `~${createHash('sha256').update(text).digest('hex')}`;
}

/** Bytes of an item as DynamoDB counts them: names and values of its attributes, numbers by their digits. */
function bytesOf(item: Item): number {
  return Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + bytesOfValue(value), 0);
}

function bytesOfValue(value: unknown): number {
  if (value instanceof Uint8Array) return value.length;
  return Buffer.byteLength(typeof value === 'string' ? value : JSON.stringify(value ?? null));
}
