import { workerDeps } from '../../functions/wiring/worker-deps.ts';
import { keepFailed } from '../../lib/flow/keep-failed.ts';
import { recordMessage } from '../../lib/flow/record-message.ts';
import type { Message, Received } from '../../lib/model/message.ts';
import { journal } from '../../lib/store/journal.ts';
import { records } from '../../lib/store/records.ts';
import { settingsStore } from '../../lib/store/settings.ts';
import { anAccount } from '../build/settings.ts';
import { memoryTable } from '../store/memory-table.ts';

/** A moment within the life of the journal's lines of March 2026. */
const now = () => new Date('2026-03-20T12:00:00.000Z');

export function aReceived(over: Partial<Received> = {}): Received {
  return { messageId: 'm-1', receiveCount: 1, sentAt: '2026-03-17T14:05:46.000Z', body: 'the text', ...over };
}

/** The worker's flows over tables in memory, which pass the contract of the real ones. */
export async function aWorker() {
  const tables = { settings: memoryTable(), records: memoryTable(), journal: memoryTable() };
  await settingsStore(tables.settings).saveAccount(anAccount());
  const lines = journal({ table: tables.journal, now });
  const deps = { ...workerDeps(tables, () => undefined), now };
  return {
    lines,
    records: records(tables.records),
    handle: (message: Message) => recordMessage(deps)(message, aReceived({ body: JSON.stringify(message) })),
    keepUnreadable: keepFailed({ ...lines, now }, 'unreadable'),
    keepParked: keepFailed({ ...lines, now }, 'parked'),
    lineOf: async (id: string, account = 'demo') => (await lines.deliveries(account, id))[0]?.line,
  };
}
