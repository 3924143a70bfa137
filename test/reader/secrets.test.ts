import { describe, expect, it } from '@jest/globals';
import { removeSecrets } from '../../lib/profsalon/remove-secrets.ts';
import { asDecoded } from '../build/event.ts';

describe('secrets of an event', () => {
  it('are fields at any depth whose name ends in token, secret, password or authorization, in any case', () => {
    const event = asDecoded({
      token: 'a',
      access_token: 'b',
      auth: { application_token: 'c', domain: 'd' },
      data: [{ clientSecret: 1, PASSWORD: {}, 'X-Authorization': [], id: 1, token_count: 2, secretary: 'Анна' }],
    });
    expect(removeSecrets(event, [])).toEqual({
      auth: { domain: 'd' },
      data: [{ id: '1', token_count: '2', secretary: 'Анна' }],
    });
  });

  it('are struck out of every other string and name', () => {
    const event = asDecoded({ url: 'https://x/?t=ABCD&k=HOOK', list: ['ABCD', 'x'], 'key ABCD': 1, other: 'abcd' });
    expect(removeSecrets(event, ['ABCD', 'HOOK'])).toEqual({
      url: 'https://x/?t=***&k=***',
      list: ['***', 'x'],
      'key ***': '1',
      other: 'abcd',
    });
  });

  it('that contain one another leave no rest', () => {
    expect(removeSecrets('x ABCDEF ABC y', ['ABC', 'ABCDEF'])).toBe('x *** *** y');
    expect(removeSecrets('$&', ['$&'])).toBe('***');
    expect(removeSecrets('x', [''])).toBe('x');
  });

  it('leave `{}` of an event that had nothing else', () => {
    expect(removeSecrets({ token: 'x' }, ['x'])).toEqual({});
  });

  it('leave a key named __proto__ a key', () => {
    expect(JSON.stringify(removeSecrets(asDecoded(JSON.parse('{"__proto__":{"token":1,"a":2}}')), []))).toBe(
      '{"__proto__":{"a":"2"}}',
    );
  });

  it.each([[null], ['5'], [true], [[]]])('%j has none', (event) => {
    expect(removeSecrets(event, ['x'])).toEqual(event);
  });
});
