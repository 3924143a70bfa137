import type { Failure, Page } from '../../model/api.ts';

/** A page of a list as the stores answer it. */
export type StoredPage<T> = Page<T> | { error: 'bad_cursor' };

/** A page as the API answers it, each entry as people see it. */
export function pageAnswer<T, I>(page: StoredPage<T>, shown: (item: T) => I[]): { ok: Page<I> } | Failure {
  if ('error' in page) return { error: 'invalid_request', fields: { cursor: 'invalid' } };
  return { ok: { ...page, items: page.items.flatMap(shown) } };
}
