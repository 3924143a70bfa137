import { setImmediate as turn } from 'node:timers/promises';
import type { Table } from '../../lib/store/table.ts';
import { halfOf, type HandleWith, type Tables, type Told } from './schedule.ts';

/** A message in work whose calls of the tables are let through one by one. */
export interface Stepped {
  /** Lets so many calls through; fewer when it ends before. */
  steps: (count: number) => Promise<void>;
  /** Lets it go on to its end. */
  end: () => Promise<void>;
}

interface Call {
  run: () => Promise<unknown>;
  answer: (result: unknown) => void;
}

/** Begins to work on a message; what it sends is given to `sent`. */
export function stepped(
  handleWith: HandleWith,
  tables: Tables,
  message: Told,
  sent: (crossing: Told) => void,
): Stepped {
  const calls: Call[] = [];
  let settled = false;
  const send = (crossing: Told) => {
    sent(crossing);
    return Promise.resolve();
  };
  const work = handleWith(
    gated(tables, calls),
    send,
  )(message).then(() => {
    settled = true;
  });

  async function step(): Promise<void> {
    while (!settled && calls.length === 0) await turn();
    const call = calls.shift();
    if (call !== undefined) call.answer(await call.run());
    await turn();
  }
  return {
    steps: async (count) => {
      for (let taken = 0; taken < count && !settled; taken++) await step();
    },
    end: async () => {
      while (!settled) await step();
      await work;
    },
  };
}

/** A query reads one half of the keys after the other. */
function gated({ records, journal }: Tables, calls: Call[]): Tables {
  const gate = <T>(run: () => Promise<T>) =>
    new Promise<T>((answer) => {
      calls.push({
        run,
        answer: (result) => {
          answer(result as T);
        },
      });
    });
  const over = (table: Table): Table => ({
    get: (pk, sk) => gate(() => table.get(pk, sk)),
    query: async (pk, prefix) => {
      const one = await gate(() => halfOf(table, pk, prefix, 0));
      const other = await gate(() => halfOf(table, pk, prefix, 1));
      return [...one, ...other].sort((a, b) => (a.sk < b.sk ? -1 : 1));
    },
    putIf: (item, expectedRev) => gate(() => table.putIf(item, expectedRev)),
    removeIf: (key, expectedRev) => gate(() => table.removeIf(key, expectedRev)),
    list: (range) => gate(() => table.list(range)),
  });
  return { records: over(records), journal: over(journal) };
}
