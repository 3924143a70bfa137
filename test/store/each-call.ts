import type { Table, Unmarkable } from '../../lib/store/table.ts';

/** A table each of whose calls goes through a step, which may hold it up or never make it. */
export function eachCall(
  table: Table & Unmarkable,
  step: <T>(run: () => Promise<T>) => Promise<T>,
): Table & Unmarkable {
  return {
    get: (...args) => step(() => table.get(...args)),
    query: (...args) => step(() => table.query(...args)),
    putIf: (...args) => step(() => table.putIf(...args)),
    removeIf: (...args) => step(() => table.removeIf(...args)),
    list: (...args) => step(() => table.list(...args)),
    unmark: (...args) => step(() => table.unmark(...args)),
  };
}
