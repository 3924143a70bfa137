import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as v from 'valibot';
import { canonicalJson } from '../model/json.ts';
import type { Item } from './table.ts';

/** Version of the bodies that are written; each schema of lib/model takes this one and the one before. */
export const bodyVersion = 1;

const bodySchema = v.object({ body: v.instance(Uint8Array) });

/** A value as the body of an item: its JSON, deflated. Values are small (a few KB), so this is not worth a thread. */
export function deflate(value: unknown): Uint8Array {
  return deflateRawSync(JSON.stringify(value));
}

/** The value in the body of an item, as its schema takes it. Throws when it does not: nobody but us writes bodies. */
export function bodyOf<S extends v.GenericSchema>(schema: S, item: Item): v.InferOutput<S> {
  const { body } = v.parse(bodySchema, item);
  return v.parse(schema, JSON.parse(inflateRawSync(body).toString('utf8')));
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** An item that is told from another by its content alone. */
export function itemOf(pk: string, sk: string, value: unknown): Item {
  const text = canonicalJson(value);
  return { pk, sk, rev: sha256(text), v: bodyVersion, body: deflateRawSync(text) };
}

/** A text as part of a sort key (at most 1,024 bytes in all): itself when it is short, else `~` and its SHA-256. */
export function keyPart(text: string): string {
  return Buffer.byteLength(text, 'utf8') <= 400 ? text : `~${sha256(text)}`;
}
