import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { bodyOf, itemOf, keyPart, textOf, withBody } from '../../lib/store/item-body.ts';
import type { Item } from '../../lib/store/table.ts';

const head: Item = { pk: 'arbat#deal#1', sk: 'v#deal', rev: 'r', v: 2 };
const text = v.object({ a: v.string() });

/** Bytes of an item as DynamoDB counts them: names and texts in UTF-8; a version of one digit is one more than its name. */
function bytesOf(item: Item): number {
  return Object.entries(item).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + (typeof value === 'string' ? Buffer.byteLength(value) : 1),
    0,
  );
}

describe('the body of an item', () => {
  it('is plain while the whole item stays within a write unit of 1,024 bytes', () => {
    const room = 1024 - bytesOf({ ...head, text: JSON.stringify({ a: '' }) });
    const largest = withBody(head, { a: 'x'.repeat(room) });
    expect(largest).toEqual({ ...head, text: JSON.stringify({ a: 'x'.repeat(room) }) });
    expect(bytesOf(largest)).toBe(1024);
    expect(withBody(head, { a: 'я'.repeat(Math.floor(room / 2)) })).toHaveProperty('text');
  });

  it('is deflated beyond, where that saves a unit', () => {
    const room = 1024 - bytesOf({ ...head, text: JSON.stringify({ a: '' }) });
    for (const a of ['x'.repeat(room + 1), 'я'.repeat(Math.floor(room / 2) + 1), 'x'.repeat(100_000)]) {
      const item = withBody(head, { a });
      expect(item).not.toHaveProperty('text');
      expect(item['body']).toBeInstanceOf(Uint8Array);
      expect(bodyOf(text, item)).toEqual({ a });
    }
  });

  it('comes back as it was, plain or deflated', () => {
    for (const a of ['', '😀 "\\"', 'x'.repeat(5000)]) expect(bodyOf(text, withBody(head, { a }))).toEqual({ a });
  });

  it('is read as version 1 wrote it: deflated, however short', () => {
    expect(bodyOf(text, { ...head, v: 1, body: deflateRawSync('{"a":"я"}') })).toEqual({ a: 'я' });
  });

  it('is none in an item that says only that there is nothing', () => {
    expect(textOf(head)).toBeUndefined();
    expect(() => bodyOf(text, head)).toThrow('an item without a body');
  });

  it('that is not what it should be is not taken', () => {
    expect(() => bodyOf(text, withBody(head, { a: 1 }))).toThrow();
  });
});

describe('an item of its content', () => {
  it('has a revision that follows from the content alone', () => {
    const one = itemOf('p', 's', { a: '1', b: '2' });
    expect(itemOf('p', 's', { b: '2', a: '1' })).toEqual(one);
    expect(itemOf('other', 'place', { a: '1', b: '2' }).rev).toBe(one.rev);
    expect(itemOf('p', 's', { a: '1', b: '3' }).rev).not.toBe(one.rev);
  });
});

describe('a part of a key', () => {
  it('is the text itself up to 400 bytes, and a hash of a longer one', () => {
    expect(keyPart('я'.repeat(200))).toBe('я'.repeat(200));
    expect(keyPart('я'.repeat(201))).toMatch(/^~[0-9a-f]{64}$/);
    expect(keyPart('я'.repeat(201))).not.toBe(keyPart('я'.repeat(202)));
  });
});
