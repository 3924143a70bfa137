import { bookingsNamed } from '../domain/event-set.ts';
import type { ReadSet, SetRef } from '../model/event-set.ts';
import type { JournalEntry } from '../model/journal.ts';
import type { CrossingMessage } from '../model/message.ts';
import type { FoldedRequest } from '../model/request.ts';
import { crossedLine, crossingId } from './journal-line.ts';
import type { DealFold } from './record-event.ts';

export interface CrossDealDeps {
  contentsOf: (set: SetRef) => Promise<ReadSet>;
  manyOf: (deal: SetRef) => Promise<ReadSet['many']>;
  finishMany: (deal: SetRef) => Promise<void>;
  foldDeal: (deal: SetRef, accountKey: string) => Promise<DealFold>;
  foldBooking: (booking: SetRef, accountKey: string, naming?: string) => Promise<FoldedRequest | undefined>;
  /** Oldest first. */
  deliveriesOf: (accountKey: string, id: string) => Promise<JournalEntry[]>;
  putLine: (entry: JournalEntry) => Promise<void>;
  now: () => Date;
}

/** Bookings folded at once. */
const abreast = 10;

/**
 * A deal that names more bookings than it may speak on speaks on none of them: all are folded without it, and its own request
 * is back. May be done any number of times; who finds it done leaves. Answers what was done.
 */
export function crossDeal(deps: CrossDealDeps) {
  return async ({ accountKey, salonKey, dealId }: CrossingMessage): Promise<'crossed' | 'left'> => {
    const deal: SetRef = { salonKey, kind: 'deal', id: dealId };
    const many = await deps.manyOf(deal);
    if (many === 'open') {
      // Read after it was marked: who puts a row later finds the mark.
      const bookings = bookingsNamed(await deps.contentsOf(deal));
      for (let at = 0; at < bookings.length; at += abreast) {
        const some = bookings.slice(at, at + abreast);
        await Promise.all(some.map((id) => deps.foldBooking({ salonKey, kind: 'booking', id }, accountKey)));
      }
      await deps.foldDeal(deal, accountKey);
      await deps.finishMany(deal);
    }
    if (many !== undefined) await settleLine(deps, accountKey, deal);
    return many === 'open' ? 'crossed' : 'left';
  };
}

/** A crossing that failed too often has a line in the journal: it is settled with it. */
async function settleLine(deps: CrossDealDeps, accountKey: string, deal: SetRef): Promise<void> {
  const lines = await deps.deliveriesOf(accountKey, crossingId(deal));
  for (const { line, message } of lines) {
    if (line.status === 'failed') await deps.putLine({ line: crossedLine(line, deps.now()), message });
  }
}
