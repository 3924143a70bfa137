import { describe, expect, it } from '@jest/globals';
import { asDecoded, clean } from '../build/event.ts';

describe('secrets of an event', () => {
  it('are fields at any depth whose name ends in token, secret, password or authorization, in any case', () => {
    const event = asDecoded({
      token: 'a',
      access_token: 'b',
      auth: { application_token: 'c', domain: 'd' },
      data: [{ clientSecret: 1, PASSWORD: {}, 'X-Authorization': [], id: 1, token_count: 2, secretary: 'Анна' }],
    });
    expect(clean(event, [])).toEqual({
      auth: { domain: 'd' },
      data: [{ id: '1', token_count: '2', secretary: 'Анна' }],
    });
  });

  it('are struck out of every other string and name', () => {
    const event = asDecoded({
      url: 'https://x/?t=ABCD1234&k=HOOK5678',
      list: ['ABCD1234', 'x'],
      'key ABCD1234': 1,
      other: 'abcd1234',
    });
    expect(clean(event, ['ABCD1234', 'HOOK5678'])).toEqual({
      url: 'https://x/?t=***&k=***',
      list: ['***', 'x'],
      'key ***': '1',
      other: 'abcd1234',
    });
  });

  it('that contain one another leave no rest', () => {
    expect(clean('x ABCDEF1234 ABCDEF12 y', ['ABCDEF12', 'ABCDEF1234'])).toBe('x *** *** y');
    expect(clean('$&$&$&$&', ['$&$&$&$&'])).toBe('***');
    expect(clean('x', [''])).toBe('x');
  });

  it('leave `{}` of an event that had nothing else', () => {
    expect(clean({ token: 'x' }, ['x'])).toEqual({});
  });

  it('leave a key named __proto__ a key', () => {
    expect(JSON.stringify(clean(asDecoded(JSON.parse('{"__proto__":{"token":1,"a":2}}')), []))).toBe(
      '{"__proto__":{"a":"2"}}',
    );
  });

  it.each([[null], ['5'], [true], [[]]])('%j has none', (event) => {
    expect(clean(event, ['x'])).toEqual(event);
  });

  it('shorter than 8 characters are struck as a whole value only', () => {
    expect(clean({ a: 'key12', b: ' key12 ', c: 'x key12', d: 'key&#49;2' }, ['key12'])).toEqual({
      a: '***',
      b: '***',
      c: 'x key12',
      d: '***',
    });
  });

  it.each([
    ['as it is', 'a<b&"c\'d>=1'],
    ['HTML-escaped', 'a&lt;b&amp;&quot;c&#39;d&gt;=1'],
    ['with other entities', 'a&#60;b&#x26;&#34;c&apos;d&#x3E;&#61;1'],
    ['percent-encoded', 'a%3Cb%26%22c%27d%3E%3D1'],
    ['with lower-case percent signs of some characters', 'a%3cb&"c\'d>%3d1'],
  ])('are struck out %s', (_, spelled) => {
    expect(clean(`до ${spelled}, после &amp; 100%`, ['a<b&"c\'d>=1'])).toBe('до ***, после &amp; 100%');
  });

  it.each(['c2VjcmV0LXRva2VuIQ==', 'c2VjcmV0LXRva2VuIQ'])('are struck out as a whole word in base64: %s', (word) => {
    expect(clean(`x ${word} y`, ['secret-token!'])).toBe('x *** y');
    expect(clean(`x z${word}`, ['secret-token!'])).toBe(`x z${word}`);
  });

  it('are gone under every name that ends like one, whatever its case and separators', () => {
    const names = [
      'apiKey',
      'api_key',
      'X-API-KEY',
      'user pwd',
      'passwd',
      'secretKey',
      'clientSecret',
      'Authorization',
    ];
    const event = Object.fromEntries(names.map((name) => [name, 'x']));
    expect(clean({ ...event, keyboard: 'x' }, [])).toEqual({ keyboard: 'x' });
  });
});
