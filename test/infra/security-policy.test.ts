import { describe, expect, it } from '@jest/globals';
import { environments } from '../../infra/environments.ts';
import type { Settings } from '../../infra/settings.ts';
import { securityPolicy } from '../../lib/model/security-policy.ts';
import { readable } from './refs.ts';
import { only, synthesise } from './synth.ts';

/** By hand: all that a page of the cabinet may load, with where it fetches its tokens. */
const policy = (issuer: string) =>
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
  `connect-src 'self' ${issuer}; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; ` +
  "require-trusted-types-for 'script'";

function deployed(settings: Settings): string {
  const { ResponseHeadersPolicyConfig } = only(
    synthesise('dev', settings),
    'AWS::CloudFront::ResponseHeadersPolicy',
  ) as {
    ResponseHeadersPolicyConfig: { SecurityHeadersConfig: Record<string, Record<string, unknown>> };
  };
  return readable(
    ResponseHeadersPolicyConfig.SecurityHeadersConfig['ContentSecurityPolicy']?.['ContentSecurityPolicy'],
  );
}

describe('The Content-Security-Policy', () => {
  it('lets pages talk to their own origin and to that of the issuer', () => {
    expect(securityPolicy('https://login.example.ru:8443')).toBe(policy('https://login.example.ru:8443'));
  });

  it.each([
    '*',
    'https://*.amazoncognito.com',
    'https://login.example.ru https://other.example.ru',
    'https://login.example.ru; script-src *',
    'https://login.example.ru/realm',
    'login.example.ru',
    "'unsafe-inline'",
    '',
  ])('is not written for %j', (issuer) => {
    expect(() => securityPolicy(issuer)).toThrow('no origin of an issuer');
  });

  it("names, in a stack with its own user pool, the pool's host in full", () => {
    expect(deployed(environments.dev)).toBe(
      policy('https://profsalon-connector-dev-AWS::AccountId.auth.AWS::Region.amazoncognito.com'),
    );
  });

  it('names the origin where another issuer gives its tokens instead', () => {
    const url = 'https://login.example.ru/realms/salons';
    const signIn = {
      clientId: 'cabinet',
      authorizationUrl: `${url}/auth`,
      tokenUrl: 'https://token.example.ru/token',
      signOutUrl: `${url}/logout`,
    };
    const issuer = { url, jwksUrl: `${url}/keys`, clientIds: ['cabinet'], signIn };
    expect(deployed({ ...environments.dev, issuer })).toBe(policy('https://token.example.ru'));
  });
});
