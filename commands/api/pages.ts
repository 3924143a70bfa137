import * as v from 'valibot';
import type { Api } from './client.ts';

const itemSchema = v.record(v.string(), v.unknown());
export type Item = v.InferOutput<typeof itemSchema>;
const pageSchema = v.object({ items: v.array(itemSchema), cursor: v.optional(v.string()) });

/** Of a list whose caller says how much a page holds: as much as it may. */
const largePages: Readonly<Record<string, string>> = { limit: '500' };

/** All pages of a list, at most `most` items. `pages`: the parameter that makes them large, where there is one. */
export async function allOf(
  api: Api,
  path: string,
  query: Readonly<Record<string, string>>,
  most = Infinity,
  pages = largePages,
): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const asked = new URLSearchParams({ ...query, ...pages, ...(cursor === undefined ? {} : { cursor }) });
    const page = v.parse(pageSchema, await api('GET', `${path}?${asked.toString()}`));
    items.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined && items.length < most);
  return items.slice(0, most);
}
