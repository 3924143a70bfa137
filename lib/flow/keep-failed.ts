import type { JournalEntry } from '../model/journal.ts';
import type { Envelope, Received } from '../model/message.ts';
import { failedLine, type GivenUp } from './journal-line.ts';

export interface KeepFailedDeps {
  putLine: (entry: JournalEntry) => Promise<void>;
  now: () => Date;
}

/** Journals a message that nothing was made of: one that no code can read, or one that failed too often. */
export function keepFailed({ putLine, now }: KeepFailedDeps, reason: GivenUp) {
  return (received: Received, envelope: Envelope | undefined): Promise<void> =>
    putLine({ line: failedLine(received, envelope, reason, now()), message: received.body });
}
