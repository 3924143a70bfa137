import { describe, expect, it } from '@jest/globals';
import { fileHeaders } from '../../lib/model/page-files.ts';
import { pageWith, type SignIn } from '../../lib/model/sign-in.ts';
import { pageOf } from '../../local/page/page.ts';

const signIn: SignIn = {
  issuer: 'https://issuer.example.ru',
  clientId: `"><script>&'`,
  authorizationUrl: 'https://login.example.ru/auth',
  tokenUrl: 'https://login.example.ru/token',
  signOutUrl: 'https://login.example.ru/logout?a=1&b=2',
};
const html = '<head><meta name="sign-in" content="" /></head>';
const written =
  '<head><meta name="sign-in" content="{&#34;issuer&#34;:&#34;https://issuer.example.ru&#34;,' +
  '&#34;clientId&#34;:&#34;\\&#34;&#62;&#60;script&#62;&#38;&#39;&#34;,' +
  '&#34;authorizationUrl&#34;:&#34;https://login.example.ru/auth&#34;,' +
  '&#34;tokenUrl&#34;:&#34;https://login.example.ru/token&#34;,' +
  '&#34;signOutUrl&#34;:&#34;https://login.example.ru/logout?a=1&#38;b=2&#34;}" /></head>';

describe('The built page', () => {
  it('says how to sign in as one attribute, whatever characters that has', () => {
    expect(pageWith(html, signIn)).toBe(written);
  });

  it.each(['<head></head>', html + html])('is refused when it has not one place for it: %s', (page) => {
    expect(() => pageWith(page, signIn)).toThrow('no one place');
  });

  it('is asked for anew each time; what it names, never', () => {
    expect(fileHeaders('index.html')).toEqual({ contentType: 'text/html; charset=utf-8', cacheControl: 'no-cache' });
    expect(fileHeaders('assets/index-1.js')).toEqual({
      contentType: 'text/javascript; charset=utf-8',
      cacheControl: 'public, max-age=31536000, immutable',
    });
  });

  it('has no file of a kind that no type is known of', () => {
    expect(() => fileHeaders('assets/run.wasm')).toThrow('no type is known');
  });
});

describe('The page on the API’s origin', () => {
  const page = pageOf(
    new Map([
      ['index.html', Buffer.from(html)],
      ['assets/a.js', Buffer.from('1')],
    ]),
    signIn,
  );

  it.each(['/', '/salons', '/deals/0a1b.d.7?account=x', '/assets'])('is itself at %s, under the policy', (path) => {
    const answer = page('GET', path);
    expect(answer?.body.toString()).toBe(written);
    expect(answer?.headers).toEqual({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self' https://login.example.ru; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; " +
        "require-trusted-types-for 'script'",
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
    });
  });

  it('serves its files, and nothing else under their path', () => {
    expect(page('GET', '/assets/a.js')?.body.toString()).toBe('1');
    expect(page('GET', '/assets/b.js')?.status).toBe(404);
    expect(page('GET', '/assets/../index.html')?.status).toBe(404);
  });

  it.each([
    ['GET', '/api/none'],
    ['GET', '/webhooks/none'],
    ['POST', '/salons'],
  ])('leaves %s %s to others', (method, path) => {
    expect(page(method, path)).toBeUndefined();
  });
});
