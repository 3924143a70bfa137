import { recordId } from '../model/ids.ts';
import type { JournalEntry } from '../model/journal.ts';
import type { CrossingMessage, Envelope, EventMessage, Received } from '../model/message.ts';
import { failedCrossing, failedLine, type GivenUp } from './journal-line.ts';
import { indexLine, understood, type RecordEventDeps } from './record-event.ts';

export interface KeepFailedDeps {
  putLine: (entry: JournalEntry) => Promise<void>;
  now: () => Date;
}

export interface KeepCrossingDeps extends KeepFailedDeps {
  deliveriesOf: (accountKey: string, id: string) => Promise<JournalEntry[]>;
}

/** Journals a crossing that failed too often, once a deal. */
export function keepFailedCrossing({ putLine, deliveriesOf, now }: KeepCrossingDeps) {
  return async (crossing: CrossingMessage): Promise<void> => {
    const line = failedCrossing(crossing, now());
    const [known] = await deliveriesOf(line.accountKey, line.id);
    // Without a body: it is done again from what the deal's set holds.
    await putLine({ line: { ...line, receivedAt: known?.line.receivedAt ?? line.receivedAt }, message: '' });
  };
}

export interface KeepEventDeps
  extends KeepFailedDeps, Pick<RecordEventDeps, 'contract' | 'findAccount' | 'indexLine'> {}

/** Journals an event that failed too often, with the set in which it may have left a row, and by what its person can be found. */
export function keepFailedEvent(deps: KeepEventDeps) {
  return async (message: EventMessage, received: Received): Promise<void> => {
    const line = failedLine(received, message, 'parked', deps.now());
    const { own } = understood(deps, message);
    await indexLine(deps, message, line);
    await deps.putLine({
      line: own === undefined ? line : { ...line, sets: [recordId(own)] },
      message: received.body,
    });
  };
}

/** Journals a message that nothing was made of: one that no code can read, or one that failed too often. */
export function keepFailed({ putLine, now }: KeepFailedDeps, reason: GivenUp) {
  return (received: Received, envelope: Envelope | undefined): Promise<void> =>
    putLine({ line: failedLine(received, envelope, reason, now()), message: received.body });
}
