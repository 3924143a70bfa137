import type { Problem } from '../model/journal.ts';
import { tables } from '../model/tables.ts';
import { problemPartition, shownSince } from './journal.ts';
import { monthPartitions } from './listing.ts';
import type { Countable, Table } from './table.ts';

const [byAccount, , byProblem] = tables.journal.indexes;

export interface JournalCountsDeps {
  table: Pick<Table, 'list'> & Countable;
  now: () => Date;
}

/** Lines of one salon under one problem; without a salon: those without a readable envelope. */
interface Group {
  accountKey: string;
  salonKey: string | undefined;
  problem: Problem;
}
/** How many there are, counted up to `most`, and when the first and the last were received. */
interface Grouped {
  count: number;
  more: boolean;
  first: string;
  last: string;
}

/** How many lines are where, read from the indexes alone: they may lag. */
export function journalCounts({ table, now }: JournalCountsDeps) {
  return {
    /** undefined: there is none. */
    problemGroup: async (group: Group, most: number): Promise<Grouped | undefined> => {
      const range = rangeOf(group, shownSince(now()));
      const [oldest] = await table.list({ ...range, order: 'asc', limit: 1 });
      if (oldest === undefined) return undefined;
      const [newest = oldest] = await table.list({ ...range, order: 'desc', limit: 1 });
      const count = await table.count({ ...range, limit: most + 1 });
      return { count: Math.min(count, most), more: count > most, first: momentOf(oldest), last: momentOf(newest) };
    },
    /** Lines of a group that were received since an instant, up to `most`. */
    problemsSince: (group: Group, since: string, most: number): Promise<number> =>
      table.count({ ...rangeOf(group, since), limit: most }),
    /** Lines of an account that were received from one instant to another, up to `most`. */
    linesBetween: async (accountKey: string, from: string, to: string, most: number): Promise<number> => {
      let count = 0;
      for (const { key } of monthPartitions(accountKey, 'event', from, to)) {
        if (count < most)
          count += await table.count({ index: byAccount, partition: key, from, to, limit: most - count });
      }
      return count;
    },
  };
}

/** Sort keys are `<instant>#<id>`. */
function rangeOf({ accountKey, salonKey, problem }: Group, from: string) {
  return { index: byProblem, partition: problemPartition(accountKey, salonKey, problem), from, to: '3' };
}

function momentOf({ sort }: { sort: string }): string {
  return sort.slice(0, sort.indexOf('#'));
}
