import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { pageAddressCode } from '../../infra/cabinet/page-address.ts';
import { only, synthesise } from './synth.ts';

/** What the function at the edge asks the bucket for. */
function asked(uri: string): unknown {
  return runInNewContext(`${pageAddressCode()}; handler({ request: { uri: ${JSON.stringify(uri)} } }).uri`);
}

describe('An address of the cabinet', () => {
  it.each([
    ['/', '/index.html'],
    ['/salons', '/index.html'],
    ['/deals/0a1b.d.771904', '/index.html'],
    ['/deals/0a1b.b.page.js', '/index.html'],
    ['/assets', '/index.html'],
    ['/assets/index-CeR7qTA3.js', '/assets/index-CeR7qTA3.js'],
  ])('%s is answered with %s', (uri, file) => {
    expect(asked(uri)).toBe(file);
  });
});

describe('The headers of the cabinet', () => {
  it('are, beside its policy, those that keep it from frames, sniffing, referrers and plain HTTP', () => {
    const { ResponseHeadersPolicyConfig } = only(synthesise('dev'), 'AWS::CloudFront::ResponseHeadersPolicy') as {
      ResponseHeadersPolicyConfig: { SecurityHeadersConfig: Record<string, unknown> };
    };
    const { ContentSecurityPolicy, ...others } = ResponseHeadersPolicyConfig.SecurityHeadersConfig;
    expect(ContentSecurityPolicy).toMatchObject({ Override: true });
    expect(others).toEqual({
      ContentTypeOptions: { Override: true },
      FrameOptions: { FrameOption: 'DENY', Override: true },
      ReferrerPolicy: { ReferrerPolicy: 'no-referrer', Override: true },
      StrictTransportSecurity: { AccessControlMaxAgeSec: 31_536_000, IncludeSubdomains: true, Override: true },
    });
  });
});
