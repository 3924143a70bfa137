/** One host in full: a wildcard, a path or a second source would let pages talk to more than their issuer. */
export const origin = /^https?:\/\/[^/*\s;,'"]+$/;

/**
 * The Content-Security-Policy of the cabinet's pages: all from their own origin, no script or style but in files of their
 * own. `issuerOrigin`: where the browser fetches its tokens, e.g. `https://login.example.ru`; throws an Error for what is none.
 */
export function securityPolicy(issuerOrigin: string): string {
  if (!origin.test(issuerOrigin)) throw new Error(`no origin of an issuer: ${issuerOrigin}`);
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${issuerOrigin}`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}

/** Seconds for which a browser asks for the cabinet over TLS alone. */
export const transportSeconds = 365 * 24 * 3600;

/** All that goes with each answer of the cabinet's origin for the sake of security, by lower-case names. */
export function securityHeaders(issuerOrigin: string): Record<string, string> {
  return {
    'content-security-policy': securityPolicy(issuerOrigin),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'strict-transport-security': `max-age=${transportSeconds}; includeSubDomains`,
  };
}
