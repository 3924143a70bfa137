import type { Item, Table } from './table.ts';

/** What has been read of a table stays as it was read, so that all who look through it see one state. It is never written. */
export function remembered(under: Pick<Table, 'get' | 'query'>): Table {
  const items = new Map<string, Promise<Item | undefined>>();
  const queries = new Map<string, Promise<Item[]>>();
  const once = <T>(known: Map<string, Promise<T>>, name: string, read: () => Promise<T>) => {
    const found = known.get(name) ?? read();
    known.set(name, found);
    return found;
  };
  const written = () => Promise.reject(new Error('it is never written'));
  return {
    get: (pk, sk) => once(items, `${pk}\n${sk}`, () => under.get(pk, sk)),
    query: (pk, prefix) =>
      once(queries, `${pk}\n${prefix}`, async () => {
        const found = await under.query(pk, prefix);
        for (const item of found) items.set(`${pk}\n${item.sk}`, Promise.resolve(item));
        return found;
      }),
    putIf: written,
    removeIf: written,
    list: () => Promise.reject(new Error('it has no lists')),
  };
}
