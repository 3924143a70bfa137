import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import { readBody } from '../gateway/body.ts';
import type { PageClient, Person } from './configuration.ts';
import { headersOf, loginPage } from './pages.ts';

/** A name and a password are short; whoever sends more sends something else. */
const mostBytes = 10_000;

/** The issuer's own login: `GET /interaction/…` shows a form, which posts a name and a password to the same address. */
export function loginHandler(provider: Provider, { people, urls }: PageClient) {
  const headers = headersOf([...new Set(urls.map((url) => new URL(url).origin))].join(' '));

  function show(response: ServerResponse, status: number, params: Record<string, unknown>): void {
    const language = params['ui_locales'] === 'en' ? 'en' : 'ru';
    response.writeHead(status, headers).end(loginPage(language, status !== 200));
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const details = await provider.interactionDetails(request, response);
    if (request.method !== 'POST') {
      show(response, 200, details.params);
      return;
    }
    const sent = new URLSearchParams((await readBody(request, mostBytes))?.toString('utf8') ?? '');
    const person = people.find((known) => isThem(known, sent));
    if (person === undefined) {
      show(response, 401, details.params);
      return;
    }
    const result = { login: { accountId: person.subject } };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  };
}

function isThem({ login, password }: Person, sent: URLSearchParams): boolean {
  return sent.get('login') === login && timingSafeEqual(digest(sent.get('password') ?? ''), digest(password));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
