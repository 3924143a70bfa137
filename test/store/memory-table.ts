import type { Countable, IndexRange, IndexRow, Item, Table, Unmarkable } from '../../lib/store/table.ts';

/** A table in memory that keeps to the contract of `Table`; `stored`: what lies in it at first; `all` shows what is stored. */
export function memoryTable(stored: Item[] = []): Table &
  Countable &
  Unmarkable & {
    all: () => Item[];
    /** What no code of ours does. */
    remove: (pk: string, sk: string) => void;
  } {
  const partitions = new Map<string, Map<string, Item>>();
  const itemsOf = (pk: string) => [...(partitions.get(pk)?.values() ?? [])];
  const all = () => [...partitions.keys()].flatMap(itemsOf);
  const put = (item: Item) => {
    partitions.set(item.pk, (partitions.get(item.pk) ?? new Map<string, Item>()).set(item.sk, item));
  };
  stored.forEach(put);

  return {
    all,
    remove: (pk, sk) => {
      partitions.get(pk)?.delete(sk);
    },
    get: (pk, sk) => Promise.resolve(partitions.get(pk)?.get(sk)),
    query: (pk, prefix) =>
      Promise.resolve(
        itemsOf(pk)
          .filter(({ sk }) => sk.startsWith(prefix))
          .sort(bySk),
      ),
    putIf: (item, expectedRev) => {
      if (partitions.get(item.pk)?.get(item.sk)?.rev !== expectedRev) return Promise.resolve(false);
      put({ ...item });
      return Promise.resolve(true);
    },
    unmark: (index, { pk, sk }, sort) => {
      const stored = partitions.get(pk)?.get(sk);
      if (stored?.[index.sort] !== sort) return Promise.resolve(false);
      const { [index.partition]: _, [index.sort]: __, ...rest } = stored;
      partitions.get(pk)?.set(sk, { ...rest, pk, sk, rev: stored.rev });
      return Promise.resolve(true);
    },
    removeIf: ({ pk, sk }, expectedRev) => {
      const partition = partitions.get(pk);
      return Promise.resolve(partition?.get(sk)?.rev === expectedRev && partition.delete(sk));
    },
    list: (range) => Promise.resolve(listOf(all(), range)),
    count: (range) => Promise.resolve(listOf(all(), { ...range, order: 'asc' }).length),
  };
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function bySk(one: Item, other: Item): number {
  return one.sk < other.sk ? -1 : 1;
}

function listOf(items: Item[], { index, partition, from, to, order, limit }: IndexRange): IndexRow[] {
  const rows = items
    .filter((item) => item[index.partition] === partition)
    .map((item) => ({ pk: item.pk, sort: String(item[index.sort]), summary: textIn(item['summary']) }))
    .filter(({ sort }) => sort >= from && sort <= to)
    .sort((one, other) => (one.sort < other.sort ? -1 : 1));
  return (order === 'asc' ? rows : rows.reverse()).slice(0, limit);
}
