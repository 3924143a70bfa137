import { createHash } from 'node:crypto';
import type { Failure, Page } from '../../model/api.ts';
import { canonicalJson } from '../../model/json.ts';
import type { RouteKey } from '../../model/routes.ts';
import type { Account } from '../../model/settings.ts';

/** A page of a list as the stores answer it. */
export type StoredPage<T> = Page<T> | { error: 'bad_cursor' };

/** A page as the API answers it, each entry as people see it. */
export function pageAnswer<T, I>(page: StoredPage<T>, shown: (item: T) => I[]): { ok: Page<I> } | Failure {
  if ('error' in page) return { error: 'invalid_request', fields: { cursor: 'invalid' } };
  return { ok: { ...page, items: page.items.flatMap(shown) } };
}

/** What tells a query from all others that give cursors: its route, its account and all that it asks for but the size of a page, and whether persons are masked. */
export function nameOfQuery(route: RouteKey, { key }: Pick<Account, 'key'>, asked: object): string {
  const { cursor, limit, reveal, ...rest }: Record<string, unknown> = { ...asked };
  return createHash('sha256')
    .update(canonicalJson([route, key, rest]))
    .digest('base64url')
    .slice(0, letters);
}
/** Enough that no two queries that somebody asks have one name. */
const letters = 16;
