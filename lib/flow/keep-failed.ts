import type { JournalEntry } from '../model/journal.ts';
import type { Received } from '../model/message.ts';
import type { FailedReason } from '../model/reasons.ts';
import { failedLine, type Remains } from './journal-line.ts';

export interface KeepFailedDeps {
  /** Deliveries of an event that the journal knows. */
  deliveries: (accountKey: string, id: string) => Promise<JournalEntry[]>;
  putLine: (entry: JournalEntry) => Promise<void>;
  now: () => Date;
}

/**
 * Journals a message that nothing was made of: one that no code can read, or one that failed too often. A line that says
 * what became of the delivery stays: a worker may have stored everything and died before it could acknowledge, or newer
 * code may have read a copy of it.
 */
export function keepFailed({ deliveries, putLine, now }: KeepFailedDeps, reason: FailedReason) {
  return async (received: Received, envelope: Remains['envelope']): Promise<void> => {
    const line = failedLine({ ...received, envelope }, reason, now());
    const known = await deliveries(line.accountKey, line.id);
    const settled = known.some(({ line: { receivedAt, replay, status } }) => {
      return receivedAt === line.receivedAt && replay >= line.replay && status !== 'failed';
    });
    if (!settled) await putLine({ line, message: received.body });
  };
}
