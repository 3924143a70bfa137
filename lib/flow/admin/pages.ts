import type { Failure } from '../../model/api.ts';

/** A page of a list as the stores answer it. */
export type StoredPage<T> = { items: T[]; cursor?: string } | { error: 'bad_cursor' };

/** A page as the API answers it, each entry as people see it. */
export function pageAnswer<T>(page: StoredPage<T>, shown: (item: T) => object): { ok: object } | Failure {
  if ('error' in page) return { error: 'invalid_request', fields: { cursor: 'invalid' } };
  const { items, cursor } = page;
  return { ok: { items: items.map(shown), ...(cursor === undefined ? {} : { cursor }) } };
}
