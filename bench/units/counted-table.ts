import type { IndexSpec, TableSpec } from '../../lib/model/tables.ts';
import type { Item, Table, Unmarkable } from '../../lib/store/table.ts';

/** What a table was asked for, in DynamoDB's units by kind of item, and in calls. */
export interface Counts {
  calls: number;
  /** Write units, the indexes' and those of failed conditions included, by kind of item. */
  writes: Map<string, number>;
  /** Read units by kind of item. */
  reads: Map<string, number>;
}

export function noCounts(): Counts {
  return { calls: 0, writes: new Map(), reads: new Map() };
}

type Kept = Pick<Table & Unmarkable, 'get' | 'query' | 'putIf' | 'unmark'>;

/**
 * A table in memory that counts as DynamoDB does: 1 KB a write unit, 4 KB a read unit of a consistent read, one at least; an
 * index entry is written when something in it has changed, and once more when it moves.
 * Source: "DynamoDB read and write operations", Amazon DynamoDB developer guide.
 */
export function countedTable(
  spec: TableSpec,
  kindOf: (item: Pick<Item, 'pk' | 'sk'>) => string,
  counts: Counts,
): Table & Unmarkable {
  const table = memory();
  const read = (kind: string, bytes: number) => {
    counts.calls++;
    add(counts.reads, kind, Math.max(1, Math.ceil(bytes / 4096)));
  };
  return {
    get: async (pk, sk) => {
      const item = await table.get(pk, sk);
      read(kindOf({ pk, sk }), item === undefined ? 0 : bytesOf(item));
      return item;
    },
    removeIf: () => Promise.reject(new Error('nothing is removed here')),
    query: async (pk, prefix) => {
      const items = await table.query(pk, prefix);
      read(
        kindOf({ pk, sk: prefix }),
        items.reduce((sum, item) => sum + bytesOf(item), 0),
      );
      return items;
    },
    putIf: async (item, expectedRev) => {
      const stored = await table.get(item.pk, item.sk);
      const done = await table.putIf(item, expectedRev);
      counts.calls++;
      const own = Math.ceil(Math.max(bytesOf(item), stored === undefined ? 0 : bytesOf(stored)) / 1024);
      const indexed = done ? spec.indexes.reduce((sum, index) => sum + indexUnits(index, stored, item), 0) : 0;
      add(counts.writes, kindOf(item), own + indexed);
      return done;
    },
    unmark: async (index, key, sort) => {
      const stored = await table.get(key.pk, key.sk);
      const done = await table.unmark(index, key, sort);
      counts.calls++;
      const own = Math.ceil((stored === undefined ? 0 : bytesOf(stored)) / 1024);
      const after = done ? await table.get(key.pk, key.sk) : undefined;
      const indexed =
        after === undefined ? 0 : spec.indexes.reduce((sum, one) => sum + indexUnits(one, stored, after), 0);
      add(counts.writes, kindOf(key), Math.max(1, own) + indexed);
      return done;
    },
    list: () => Promise.reject(new Error('a worker lists nothing')),
  };
}

function memory(): Kept {
  const partitions = new Map<string, Map<string, Item>>();
  return {
    get: (pk, sk) => Promise.resolve(partitions.get(pk)?.get(sk)),
    query: (pk, prefix) => {
      const items = [...(partitions.get(pk)?.values() ?? [])].filter(({ sk }) => sk.startsWith(prefix));
      return Promise.resolve(items.sort((a, b) => (a.sk < b.sk ? -1 : 1)));
    },
    putIf: (item, expectedRev) => {
      const partition = partitions.get(item.pk) ?? new Map<string, Item>();
      if (partition.get(item.sk)?.rev !== expectedRev) return Promise.resolve(false);
      partitions.set(item.pk, partition.set(item.sk, item));
      return Promise.resolve(true);
    },
    unmark: (index, { pk, sk }, sort) => {
      const stored = partitions.get(pk)?.get(sk);
      if (stored?.[index.sort] !== sort) return Promise.resolve(false);
      const { [index.partition]: _, [index.sort]: __, ...rest } = stored;
      partitions.get(pk)?.set(sk, { ...rest, pk, sk, rev: stored.rev });
      return Promise.resolve(true);
    },
  };
}

function indexUnits(index: IndexSpec, before: Item | undefined, after: Item): number {
  const [old, next] = [entryOf(index, before), entryOf(index, after)];
  if (next === undefined) return old === undefined ? 0 : unitsOf(old);
  if (old === undefined) return unitsOf(next);
  const moved = old[index.partition] !== next[index.partition] || old[index.sort] !== next[index.sort];
  if (moved) return unitsOf(old) + unitsOf(next);
  return JSON.stringify(old) === JSON.stringify(next) ? 0 : unitsOf(next);
}

/** What an index holds of an item: the keys of both and what it carries. */
function entryOf(index: IndexSpec, item: Item | undefined): Record<string, unknown> | undefined {
  if (item?.[index.partition] === undefined || item[index.sort] === undefined) return undefined;
  const names = ['pk', 'sk', index.partition, index.sort, ...index.attributes];
  return Object.fromEntries(names.map((name) => [name, item[name]]));
}

function unitsOf(entry: Record<string, unknown>): number {
  return Math.ceil(bytesOf(entry) / 1024);
}

function bytesOf(item: Record<string, unknown>): number {
  return Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + bytesOfValue(value), 0);
}

function bytesOfValue(value: unknown): number {
  if (value instanceof Uint8Array) return value.length;
  return Buffer.byteLength(typeof value === 'string' ? value : JSON.stringify(value ?? null));
}

function add(units: Map<string, number>, kind: string, count: number): void {
  units.set(kind, (units.get(kind) ?? 0) + count);
}
