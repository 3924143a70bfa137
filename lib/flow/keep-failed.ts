import type { JournalEntry } from '../model/journal.ts';
import type { Received } from '../model/message.ts';
import { failedLine, type Remains } from './journal-line.ts';

export interface KeepFailedDeps {
  /** Deliveries of an event that the journal knows. */
  deliveries: (accountKey: string, id: string) => Promise<JournalEntry[]>;
  putLine: (entry: JournalEntry) => Promise<void>;
  now: () => Date;
}

/** Journals a message that no code can read. */
export function keepUnreadable({ putLine, now }: Pick<KeepFailedDeps, 'putLine' | 'now'>) {
  return (received: Received, envelope: Remains['envelope']): Promise<void> =>
    putLine({ line: failedLine({ ...received, envelope }, 'unreadable', now()), message: received.body });
}

/**
 * Journals a message that failed too often, unless the journal already says what became of it: a worker may have stored
 * everything and died before it could acknowledge.
 */
export function keepParked({ deliveries, putLine, now }: KeepFailedDeps) {
  return async (received: Received, envelope: Remains['envelope']): Promise<void> => {
    const line = failedLine({ ...received, envelope }, 'parked', now());
    const known = await deliveries(line.accountKey, line.id);
    const done = known.some(({ line: { receivedAt, replay, status } }) => {
      return receivedAt === line.receivedAt && replay >= line.replay && status !== 'failed';
    });
    if (!done) await putLine({ line, message: received.body });
  };
}
