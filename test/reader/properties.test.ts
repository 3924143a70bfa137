import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as v from 'valibot';
import type { Json } from '../../lib/model/json.ts';
import { readingSchema } from '../../lib/model/reading.ts';
import type { Names } from '../../lib/reading/folded-name.ts';
import { parseLossless } from '../../lib/reading/lossless-json.ts';
import { envelopeNames, itemNames, objectNames, partNames } from '../../lib/profsalon/names.ts';
import { readEvent } from '../../lib/profsalon/read-event.ts';
import { asDecoded, classified, clean, context, decoded } from '../build/event.ts';

const shapes: Record<string, Names>[] = [
  envelopeNames,
  objectNames,
  ...Object.values(partNames),
  ...Object.values(itemNames),
];
const known = shapes.flatMap((shape) => Object.values(shape).flatMap((names) => names.map(({ spelled }) => spelled)));

/** Text that is nasty, or looks like something that we read. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('\ufffe', '\uffff', '\0', '\ud800', '\udc00', 'я', '&#0;', '&#xd800;', ' ') }),
  fc.constantFrom(
    'deal.updated',
    'booking.created',
    '+7 916 123-45-67',
    '2026-03-14',
    '14.03.2026 12:31',
    '1e400',
    '-1',
    'Y',
    'a@b.ru',
  ),
  fc.stringMatching(/^[+-]?[\d., ]{1,20}(e[+-]?\d{1,9})?$/),
  fc.integer().map(String),
  fc.double().map(String),
);
const value: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    fc.constantFrom<Json>(null, true, false, '', []),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.oneof(fc.constantFrom(...known), fc.constantFrom('0', '10', '__proto__', 'constructor'), text),
      tie('value'),
    ),
  ),
})).value;
const event = fc.oneof(
  value,
  fc.record({
    event: fc.constantFrom('deal.updated', 'booking.created', 'booking.cancelled'),
    data: fc.dictionary(fc.constantFrom(...known), value, { minKeys: 5 }),
  }),
);

const forbidden = /[\u0000\ufffe\uffff]|\p{Surrogate}/u;

function textsIn(json: unknown): string[] {
  if (typeof json === 'string') return [json];
  return typeof json === 'object' && json !== null ? Object.values(json).flatMap(textsIn) : [];
}

describe('whatever comes', () => {
  it('the reader answers a reading of the schema, in clean text, no larger than what was sent and a little', () => {
    fc.assert(
      fc.property(event, (sent) => {
        const { reading, warnings, unknownPaths } = readEvent(sent, context);
        expect(v.safeParse(readingSchema, reading).issues).toBeUndefined();
        expect(v.parse(readingSchema, JSON.parse(JSON.stringify(reading)))).toEqual(reading);
        for (const one of [...textsIn(reading), ...warnings, ...unknownPaths]) expect(one).not.toMatch(forbidden);
        expect(Math.max(warnings.length, unknownPaths.length)).toBeLessThanOrEqual(50);
        expect(JSON.stringify(reading).length).toBeLessThan(JSON.stringify(sent).length + 5000);
      }),
      { numRuns: 800 },
    );
  });

  it('an event is classified and loses its secrets', () => {
    fc.assert(
      fc.property(event, fc.string({ minLength: 8 }), (sent, secret) => {
        const kept = clean(sent, [secret]);
        expect(['created', 'updated', 'cancelled', 'deleted']).toContain(classified(kept).act);
        if (!'***'.includes(secret) && !/^\*|\*$/.test(secret)) expect(textsIn(kept).join('\n')).not.toContain(secret);
        expect(clean(kept, [])).toEqual(kept);
      }),
      { numRuns: 300 },
    );
  });

  it('a body of bytes is decoded or refused, and what is decoded travels as JSON', () => {
    const headers = fc.constantFrom(
      undefined,
      '',
      'application/json',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/plain; charset=utf-16',
      ';charset=x',
    );
    const begins = fc.constantFrom('', '{', '[', 'a=', '--x\r\n', '\ufeff', '{"a":');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), begins, headers, (bytes, begin, contentType) => {
        const result = decoded(Buffer.concat([Buffer.from(begin), bytes]), contentType);
        if (result.ok) expect(JSON.parse(JSON.stringify(result.events))).toEqual(result.events);
        else expect(['invalid_body', 'unsupported_media_type', 'too_large']).toContain(result.reason);
      }),
      { numRuns: 2000 },
    );
  });

  it('JSON says the same when it is read without loss', () => {
    fc.assert(
      fc.property(fc.json(), (written) => {
        const parsed = parseLossless(written);
        expect(parsed.ok && textsIn(parsed.value).map(plain)).toEqual(scalarsIn(JSON.parse(written)).map(plain));
      }),
    );
  });

  it('text is broken JSON with and without loss alike', () => {
    const nearly = fc.string({
      unit: fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '0', '1', '-', '.', 'e', ' ', 'a', '\\', 'null'),
    });
    fc.assert(
      fc.property(nearly, (written) => {
        expect(parseLossless(written).ok).toBe(parses(written));
      }),
      { numRuns: 5000 },
    );
  });

  it('a form of brackets says what its last fields say', () => {
    const name = fc.array(fc.constantFrom('a', 'b', '0', '1', '9999999999'), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 20 }), (paths) => {
        const fields = paths.map(
          ([first, ...rest], index) => `x[${first}]${rest.map((key) => `[${key}]`).join('')}=${index}`,
        );
        const result = decoded(fields.join('&'));
        const last = paths.at(-1)!;
        const at = ['x', ...last].reduce<unknown>(
          (json, key) => (json as Record<string, unknown>)[key],
          result.ok && result.events[0],
        );
        expect(at).toBe(String(paths.length - 1));
        expect(textsIn(result)).not.toContain(undefined);
      }),
    );
  });

  it('a builder says what the door would decode', () => {
    expect(asDecoded({ a: 1.5, b: [2], c: 'x' })).toEqual({ a: '1.5', b: ['2'], c: 'x' });
  });
});

/** One way to write a number; other text as it is. */
function plain(written: string): string {
  return /^-?\d/.test(written) && Number.isFinite(Number(written)) ? String(Number(written)) : written;
}

function parses(written: string): boolean {
  try {
    JSON.parse(written);
    return true;
  } catch {
    return false;
  }
}

function scalarsIn(json: unknown): string[] {
  if (typeof json === 'object' && json !== null) return Object.values(json).flatMap(scalarsIn);
  return typeof json === 'string' ? [json] : typeof json === 'number' ? [String(json)] : [];
}
