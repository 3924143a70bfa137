import * as v from 'valibot';
import type { Client } from './demo.ts';

const tokenSchema = v.object({ access_token: v.string() });
type Method = 'GET' | 'POST' | 'PUT';

/** A client of the running API, with an access token of the issuer. Throws on any answer but 2xx. */
export async function apiClient(url: string, tokenUrl: string, { clientId, clientSecret }: Client) {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
  });
  const answer = await json(await fetch(tokenUrl, { method: 'POST', body }));
  const authorization = `Bearer ${v.parse(tokenSchema, answer).access_token}`;
  return async (method: Method, path: string, content?: unknown): Promise<unknown> => {
    const headers = { authorization, 'content-type': 'application/json' };
    const sent = content === undefined ? {} : { body: JSON.stringify(content) };
    return json(await fetch(`${url}${path}`, { method, headers, ...sent }));
  };
}

async function json(response: Response): Promise<unknown> {
  const text = await response.text();
  if (!response.ok) throw new Error(`${new URL(response.url).pathname} answered ${response.status}: ${text}`);
  return JSON.parse(text);
}
