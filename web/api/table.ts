import type { RouteKey } from '../../lib/model/routes.ts';
import { admitted, failureOf, json, requestOf, type Query } from './client.ts';
import type { Session } from './session.ts';

/** All pages of a list as one CSV. Throws as a call does. */
export async function readTable<K extends RouteKey>(
  session: Session,
  account: string | undefined,
  key: K,
  query: Query<K>,
): Promise<Blob> {
  const parts: string[] = [];
  let cursor: string | null = null;
  do {
    const { url, headers, ...request } = requestOf(key, { query }, account);
    const at = new URL(url, location.origin);
    if (cursor !== null) at.searchParams.set('cursor', cursor);
    const response = await admitted(session, {
      ...request,
      url: at.href,
      headers: { ...headers, accept: 'text/csv' },
    });
    if (!response.ok) throw failureOf(await json(response));
    const text = await response.text();
    // The head stands before the first page alone.
    parts.push(parts.length === 0 ? text : text.slice(text.indexOf('\n') + 1));
    cursor = response.headers.get('x-next-cursor');
  } while (cursor !== null);
  return new Blob(['\uFEFF', ...parts], { type: 'text/csv' });
}
