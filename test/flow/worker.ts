import { workerDeps } from '../../functions/wiring/worker-deps.ts';
import { keepFailed, keepFailedCrossing } from '../../lib/flow/keep-failed.ts';
import { recordMessage } from '../../lib/flow/record-message.ts';
import type { SetRef } from '../../lib/model/event-set.ts';
import type { CrossingMessage, Message, Received } from '../../lib/model/message.ts';
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

export function theDeal(id: string): SetRef {
  return { salonKey: 'arbat', kind: 'deal', id };
}

export function theBooking(id: string): SetRef {
  return { salonKey: 'arbat', kind: 'booking', id };
}

type Deps = ReturnType<typeof workerDeps>;

/** The worker's flows over tables in memory, which pass the contract of the real ones; `sent`: crossings that it put on its queue. */
export async function aWorker(over: (deps: Deps) => Partial<Deps> = () => ({})) {
  const tables = { settings: memoryTable(), records: memoryTable(), journal: memoryTable() };
  await settingsStore(tables.settings).saveAccount(anAccount());
  const lines = journal({ table: tables.journal, now });
  const sent: CrossingMessage[] = [];
  const sendCrossing = (crossing: CrossingMessage) => {
    sent.push(crossing);
    return Promise.resolve();
  };
  const outside = { onLargeSet: () => undefined, sendCrossing };
  const wired = { ...workerDeps(tables, outside), putLine: lines.putLine, deliveriesOf: lines.deliveries, now };
  const deps = { ...wired, ...over(wired) };
  const handle = (message: Message) => recordMessage(deps)(message, aReceived({ body: JSON.stringify(message) }));
  const keeping = { ...lines, deliveriesOf: lines.deliveries, now };
  return {
    lines,
    sent,
    deps,
    records: records(tables.records),
    handle,
    /** Handles what it has put on its queue. */
    cross: async () => {
      const outcomes: string[] = [];
      for (const crossing of sent.splice(0)) outcomes.push((await handle(crossing)).facts['outcome']!);
      return outcomes;
    },
    keepUnreadable: keepFailed(keeping, 'unreadable'),
    keepParked: keepFailed(keeping, 'parked'),
    parkCrossing: keepFailedCrossing(keeping),
    lineOf: async (id: string, account = 'demo') => (await lines.deliveries(account, id))[0]?.line,
  };
}
export type Worker = Awaited<ReturnType<typeof aWorker>>;
