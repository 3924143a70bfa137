import { assetsPath, fileHeaders, pageFile } from '../../lib/model/page-files.ts';
import { securityHeaders } from '../../lib/model/security-policy.ts';
import { pageWith, type SignIn } from '../../lib/model/sign-in.ts';
import type { PageFiles } from '../../web/build/page.ts';
import { notFound, type Answer } from '../gateway/answer.ts';

/** What CloudFront does with the cabinet's files, for one request; undefined for one that is not about them. */
export type Page = (method: string, path: string) => Answer | undefined;

const elsewhere = ['/api/', '/webhooks/'];

/** Serves the built page as the stack does: its files, the page itself for every other address, the same headers. */
export function pageOf(files: PageFiles, signIn: SignIn): Page {
  const headers = securityHeaders(new URL(signIn.tokenUrl).origin);
  const served = new Map([...files].map(([path, body]) => [path, answerWith(path, body, headers)]));
  const html = files.get(pageFile);
  if (html === undefined) throw new Error(`The built page has no ${pageFile}.`);
  const page = answerWith(pageFile, Buffer.from(pageWith(html.toString('utf8'), signIn)), headers);
  return (method, path) => {
    if (method !== 'GET' && method !== 'HEAD') return undefined;
    if (elsewhere.some((start) => path.startsWith(start))) return undefined;
    return path.startsWith(assetsPath) ? (served.get(path.slice(1)) ?? notFound) : page;
  };
}

function answerWith(path: string, body: Buffer, headers: Record<string, string>): Answer {
  const { contentType, cacheControl } = fileHeaders(path);
  return {
    status: 200,
    headers: { 'content-type': contentType, 'cache-control': cacheControl, ...headers },
    cookies: [],
    body,
  };
}
