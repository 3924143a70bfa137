/** Names of tables, keys and indexes: shared by the stack, the stores, the local stack and the tests. */
export const tableKey = { partition: 'pk', sort: 'sk' } as const;

/** Attribute in which DynamoDB finds the end of an item's life (unix seconds). */
export const ttlAttribute = 'expiresAt';

export interface IndexSpec {
  name: string;
  partition: string;
  sort: string;
  /** What the index carries beside its keys. */
  attributes: readonly string[];
}
export interface TableSpec {
  name: string;
  ttl: boolean;
  indexes: readonly IndexSpec[];
}

/** Lists by account and month, sorted by date; `summary` is what a page shows. */
const byAccount = { name: 'byAccount', partition: 'listKey', sort: 'listSort', attributes: ['summary'] } as const;
/** Records that have changed since they were last sent to CoMagic, by account and kind; nothing but keys. */
const byPending = { name: 'byPending', partition: 'pendingKey', sort: 'pendingSort', attributes: [] } as const;
/** A salon's deliveries by receive time. */
const bySalon = { name: 'bySalon', partition: 'salonList', sort: 'listSort', attributes: ['summary'] } as const;

/** Lines that are not done or were warned, by salon and reason; a line leaves it by the very put that mends it. */
const byProblem = { name: 'byProblem', partition: 'problemKey', sort: 'listSort', attributes: ['summary'] } as const;
/** Jobs that go on by themselves; nothing but keys. */
const open = { name: 'open', partition: 'openKey', sort: 'openSort', attributes: [] } as const;

export const tables = {
  settings: { name: 'settings', ttl: false, indexes: [] },
  records: { name: 'records', ttl: false, indexes: [byAccount, byPending] },
  journal: { name: 'journal', ttl: true, indexes: [byAccount, bySalon, byProblem] },
  jobs: { name: 'jobs', ttl: true, indexes: [open] },
} as const satisfies Record<string, TableSpec>;
export type TableName = keyof typeof tables;
