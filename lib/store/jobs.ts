import * as v from 'valibot';
import { isOpen, jobDays, jobSchema, type Job, type StoredJob } from '../model/job.ts';
import { tables, ttlAttribute } from '../model/tables.ts';
import { bodyOf, itemOf } from './item-body.ts';
import type { Item, Table } from './table.ts';

const [open] = tables.jobs.indexes;
/** The one partition of the index: few jobs are open at a time. */
const openPartition = 'open';
const lifeSeconds = jobDays * 24 * 3600;

export interface Jobs {
  find: (accountKey: string, id: string) => Promise<StoredJob | undefined>;
  /** Puts it when the revision is still the stored one (none: when there is no such job); answers whether it did. */
  put: (job: Job, rev: string | undefined) => Promise<boolean>;
  /** Newest first. */
  list: (accountKey: string) => Promise<Job[]>;
  /** Those that go on by themselves; the index may lag. */
  listOpen: () => Promise<{ accountKey: string; id: string }[]>;
}

/** Jobs of all accounts, a partition each. */
export function jobs(table: Table): Jobs {
  return {
    find: async (accountKey, id) => {
      const { pk, sk } = keyOf(accountKey, id);
      const item = sk.length > longest ? undefined : await table.get(pk, sk);
      return item && { job: bodyOf(jobSchema, item), rev: item.rev };
    },
    put: (job, rev) => table.putIf(jobItem(job), rev),
    list: async (accountKey) => {
      const items = await table.query(accountKey, jobPrefix);
      return items.map((item) => bodyOf(jobSchema, item)).reverse();
    },
    listOpen: async () => {
      const range = { index: open, partition: openPartition, from: '!', to: '~', order: 'asc', limit: 1000 } as const;
      return (await table.list(range)).map(({ pk, sort }) => ({ accountKey: pk, id: sort.slice(pk.length + 1) }));
    },
  };
}

const jobPrefix = 'job#';
/** Of a sort key in bytes; an id may be whatever a path says. */
const longest = 200;

function keyOf(accountKey: string, id: string) {
  return { pk: accountKey, sk: `${jobPrefix}${id}` };
}

function jobItem(job: Job): Item {
  const { pk, sk } = keyOf(job.accountKey, job.id);
  const opened = { [open.partition]: openPartition, [open.sort]: `${job.accountKey}#${job.id}` };
  return {
    ...itemOf(pk, sk, v.parse(jobSchema, job)),
    [ttlAttribute]: Math.floor(Date.parse(job.createdAt) / 1000) + lifeSeconds,
    ...(isOpen(job.state) ? opened : {}),
  };
}
