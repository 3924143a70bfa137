import { tables } from '../../lib/model/tables.ts';
import type { EventMessage } from '../../lib/model/message.ts';
import type { Account } from '../../lib/model/settings.ts';
import { countedTable, noCounts, type Counts } from './counted-table.ts';
import { kindOfLine, kindOfRecord } from './kinds.ts';

/** Handles one message to its end. */
export type Handle = (message: EventMessage) => Promise<unknown>;
export type Counted = ReturnType<typeof countedTables>;

const account: Account = {
  v: 1,
  key: 'demo',
  name: 'Демо',
  timezone: 'Europe/Moscow',
  components: ['offlineRequests', 'endToEndAnalytics'],
  hmacSecret: Buffer.alloc(32, 7).toString('base64'),
  createdAt: '2026-01-01T00:00:00.000Z',
};

/** The tables of a worker, counting into one. */
export function countedTables(counts: Counts) {
  return {
    settings: countedTable(tables.settings, () => 'account', counts),
    records: countedTable(tables.records, kindOfRecord, counts),
    journal: countedTable(tables.journal, kindOfLine, counts),
  };
}

/** One run of the stream over empty tables: what it asked of them, and processor time in ms. */
export async function run(
  messages: readonly EventMessage[],
  handleOver: (tables: Counted) => Promise<Handle>,
): Promise<{ counts: Counts; cpu: number }> {
  const counts = noCounts();
  const over = countedTables(counts);
  const body = JSON.stringify(account);
  await over.settings.putIf({ pk: 'accounts', sk: account.key, rev: '1', v: 1, body }, undefined);
  const handle = await handleOver(over);
  Object.assign(counts, noCounts());
  const began = process.cpuUsage();
  for (const message of messages) await handle(message);
  const { user, system } = process.cpuUsage(began);
  return { counts, cpu: (user + system) / 1000 };
}
