/** A personal value as people see it who may not see who somebody is: of each text the first letter, or the ends, are left. */
export function masked(value: unknown): unknown {
  return hide('', value);
}

/** What tells nobody who it is, inside a personal value. */
const telling = ['id', 'key'];

function hide(name: string, value: unknown): unknown {
  if (typeof value === 'string') return telling.includes(name) ? value : hidden(value);
  if (Array.isArray(value)) return value.map((inner) => hide(name, inner));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([inner, said]) => [inner, hide(inner, said)]));
}

export const phoneLike = /^\+\d{7,}$/;
const dots = '•••';

/** The address of a page without its query, in which anything may stand. */
export const pageLike = /^https?:\/\/[^?#]*/i;

/** `+7916•••67`, `a•••@example.ru`, `А•••`: enough to recognise somebody whom one knows. Of a page all but its query. */
function hidden(text: string): string {
  const [page] = pageLike.exec(text) ?? [];
  if (page !== undefined) return page === text ? text : `${page}${dots}`;
  if (phoneLike.test(text)) return `${text.slice(0, 5)}${dots}${text.slice(-2)}`;
  const [first = ''] = text;
  const at = text.lastIndexOf('@');
  return at > 0 ? `${first}${dots}${text.slice(at)}` : `${first}${dots}`;
}
