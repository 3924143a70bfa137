import type { Table, Unmarkable } from '../../lib/store/table.ts';
import { eachCall } from '../store/each-call.ts';

type Records = Table & Unmarkable;

/** A process that dies in the middle of what it does: what it has not called by then is never done, and nothing of it goes on. */
export interface Life {
  /** Over a table: no call of it answers after the death. */
  table: (table: Records) => Records;
  /** Settles when the work does, or the process dies. */
  live: (work: Promise<unknown>) => Promise<'done' | 'failed' | 'died'>;
}

/** `calls`: after how many calls of its tables it dies; undefined: never. */
export function lifeOf(calls: number | undefined): Life {
  let left = calls ?? Infinity;
  const death = Promise.withResolvers<'died'>();
  const never = new Promise<never>(() => undefined);
  const through = <T>(run: () => Promise<T>): Promise<T> => {
    if (left <= 0) {
      death.resolve('died');
      return never;
    }
    left--;
    return run();
  };
  return {
    table: (table) => eachCall(table, through),
    live: (work) =>
      Promise.race([
        death.promise,
        work.then(
          () => 'done' as const,
          () => 'failed' as const,
        ),
      ]),
  };
}
