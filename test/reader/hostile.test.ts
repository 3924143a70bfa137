import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { canonicalJson, type Json } from '../../lib/model/json.ts';
import { readEvent } from '../../lib/profsalon/read-event.ts';
import { clean, context, decoded as decodedBody } from '../build/event.ts';

const json = 'application/json';
const form = 'application/x-www-form-urlencoded';
const mebibyte = 1_048_576;

/** A guard against what grows faster than the body, in ms of the processor: the longest of these takes a quarter of it. */
const tooLong = 5000;

function spentSince(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

function decoded(body: string, contentType: string) {
  const began = process.cpuUsage();
  const result = decodedBody(body, contentType);
  expect(spentSince(began)).toBeLessThan(tooLong);
  return result;
}

function read(event: Json) {
  const began = process.cpuUsage();
  const result = readEvent(clean(event, ['token']), context);
  expect(spentSince(began)).toBeLessThan(tooLong);
  return result;
}

const full = (unit: string, begin = '', end = '') =>
  begin + unit.repeat(Math.floor((mebibyte - begin.length - end.length) / unit.length)) + end;

describe('hostile bodies', () => {
  it.each([
    ['200,000 brackets', '['.repeat(200_000), json, 'invalid_body'],
    ['200,000 brackets in a payload', `payload=${'['.repeat(200_000)}`, form, 'invalid_body'],
    ['200,000 brackets in a name', `a${'[b]'.repeat(200_000)}=1`, form, 'invalid_body'],
    ['a list of tiny objects', full('{},', '[', '{}]'), json, 'too_large'],
    ['an unfinished string of escaped quotes', full('\\"', '["'), json, 'invalid_body'],
    ['an unfinished string of backslashes', full('\\\\', '["', '\\'), json, 'invalid_body'],
    ['numbers and blanks', full('1 ', '['), json, 'invalid_body'],
    ['blanks', full(' '), json, 'invalid_body'],
    ['parts without an end', full('--x\r\n'), 'multipart/form-data; boundary=x', 'invalid_body'],
    [
      'a part of blank lines',
      full('\r\n', '--x\r\nContent-Disposition: form-data'),
      'multipart/form-data; boundary=x',
      'invalid_body',
    ],
  ])('are answered in time: %s', (_, body, contentType, reason) => {
    expect(decoded(body, contentType)).toEqual({ ok: false, reason });
  });

  it.each([
    ['fields', full('a&')],
    ['pushes', full('a[]=&', '', 'a=1')],
    ['open brackets', full('[', 'a[b]', '=1').slice(0, 200_000)],
    ['line ends', `a=1${'\n'.repeat(90_000)}b`],
    ['blanks', `a=1${'+'.repeat(180_000)}b`],
  ])('that are forms of %s are decoded in time', (_, body) => {
    expect(decoded(body, form)).toMatchObject({ ok: true });
  });

  it('that are parts with a long header are decoded in time', () => {
    const header = full(';name="', '--x\r\nContent-Disposition: form-data', '\r\n\r\n');
    expect(decoded(header, 'multipart/form-data; boundary=x')).toMatchObject({ ok: true });
  });

  it('with ids over 2^53 and 1e400 keep their digits', () => {
    const result = decoded(
      '{"event":"deal.updated","data":{"id":123456789012345678901234567890,"amount":1e400}}',
      json,
    );
    if (!result.ok) throw new Error(result.reason);
    const { reading, warnings } = read(result.events[0]!);
    expect(reading.dealId).toBe('123456789012345678901234567890');
    expect(warnings).toEqual(['data.amount: too_large']);
  });

  it('with __proto__ harm nobody', () => {
    const result = decoded('{"event":"deal.updated","data":{"__proto__":{"id":5,"amount":7},"id":1}}', json);
    if (!result.ok) throw new Error(result.reason);
    const { reading, unknownPaths } = read(result.events[0]!);
    expect(reading).toEqual({ v: 1, kind: 'deal', act: 'updated', dealId: '1' });
    expect(unknownPaths).toEqual(['data.__proto__.amount', 'data.__proto__.id']);
    expect(canonicalJson(result.events[0])).toContain('__proto__');
  });

  it.each([
    ['an id', { id: 'x'.repeat(100_000) }],
    ['a phone of commas', { client: { phone: '1,'.repeat(90_000) } }],
    ['a phone of numbers', { client: { phone: '8 916 123-45-67,'.repeat(10_000) } }],
    ['phones', { client: { phones: Array.from({ length: 15_000 }, (_, index) => `8916${1_000_000 + index}`) } }],
    ['an e-mail', { client: { email: `${'a@'.repeat(50_000)}b.ru` } }],
    ['e-mails', { client: { email: 'a@b.ru,'.repeat(20_000) } }],
    ['a sum', { amount: '1.'.repeat(100_000) }],
    ['a sum of blanks', { amount: `1${' '.repeat(190_000)}x` }],
    ['a date', { created_at: '2026-01-01 '.repeat(18_000) }],
    ['a date of blanks', { created_at: `2026-01-01${' '.repeat(190_000)}x` }],
    ['a session', { session: '_comagic_id=1.'.repeat(14_000) }],
    ['a session of digits', { session: '1'.repeat(190_000) }],
    ['a status', { status: 'а '.repeat(60_000) }],
    ['a name of entities', { name: '&#38;'.repeat(38_000) }],
    ['a comment of blanks', { comment: `x${' '.repeat(190_000)}y` }],
    ['a name of an event', {}],
  ])('with %s without end are read in time', (_, data) => {
    const { reading } = read({ event: `deal.updated${'aA.'.repeat(60_000)}`, data: { ...data } as Json });
    expect(deflateRawSync(JSON.stringify(reading)).length).toBeLessThan(250_000);
  });
});
