import type { Table } from '../../lib/store/table.ts';

/** Lets a call through when its time has come; answers what it answers. */
export type Gate = <T>(run: () => Promise<T>) => Promise<T>;

/** A table each of whose calls waits at a gate. */
export function gatedTable(table: Table, wait: Gate): Table {
  return {
    get: (pk, sk) => wait(() => table.get(pk, sk)),
    query: (pk, prefix) => wait(() => table.query(pk, prefix)),
    putIf: (item, rev) => wait(() => table.putIf(item, rev)),
    removeIf: (key, rev) => wait(() => table.removeIf(key, rev)),
    list: (range) => wait(() => table.list(range)),
  };
}
