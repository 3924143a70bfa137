import { bookingsNamed } from '../domain/event-set.ts';
import type { ReadSet, SetRef } from '../model/event-set.ts';
import type { Entity, JournalEntry } from '../model/journal.ts';
import type { CrossingMessage } from '../model/message.ts';
import type { FoldedRequest } from '../model/request.ts';
import type { DealFold } from '../model/views.ts';
import { entityOf } from './entity.ts';
import { crossedLine, crossingId } from './journal-line.ts';

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

/** What became of a crossing. */
interface Crossed {
  outcome: 'crossed' | 'left';
  records: Entity[];
}

/** Bookings folded at once. */
const abreast = 10;

/**
 * A deal that names more bookings than it may speak on speaks on none of them: all are folded without it, and its own request
 * is back. May be done any number of times; who finds it done leaves. Answers what was done, and which records were written.
 */
export function crossDeal(deps: CrossDealDeps) {
  return async ({ accountKey, salonKey, dealId }: CrossingMessage): Promise<Crossed> => {
    const deal: SetRef = { salonKey, kind: 'deal', id: dealId };
    const many = await deps.manyOf(deal);
    const records: Entity[] = [];
    if (many === 'open') {
      // Read after it was marked: who puts a row later finds the mark.
      const bookings = bookingsNamed(await deps.contentsOf(deal));
      for (let at = 0; at < bookings.length; at += abreast) {
        const some = bookings.slice(at, at + abreast);
        records.push(...(await Promise.all(some.map((id) => foldAlone(deps, accountKey, salonKey, id)))).flat());
      }
      records.push(...entitiesOfDeal(deal, await deps.foldDeal(deal, accountKey)));
      await deps.finishMany(deal);
    }
    if (many !== undefined) await settleLine(deps, accountKey, deal);
    return { outcome: many === 'open' ? 'crossed' : 'left', records };
  };
}

async function foldAlone(
  { foldBooking }: CrossDealDeps,
  accountKey: string,
  salonKey: string,
  id: string,
): Promise<Entity[]> {
  const booking: SetRef = { salonKey, kind: 'booking', id };
  const request = await foldBooking(booking, accountKey);
  return request === undefined ? [] : [entityOf('request', booking)];
}

function entitiesOfDeal(set: SetRef, { deal, request }: DealFold): Entity[] {
  return [
    ...(deal === undefined ? [] : [entityOf('deal', set)]),
    ...(request === undefined || request === 'superseded' ? [] : [entityOf('request', set)]),
  ];
}

/** A crossing that failed too often has a line in the journal: it is settled with it. */
async function settleLine(deps: CrossDealDeps, accountKey: string, deal: SetRef): Promise<void> {
  const lines = await deps.deliveriesOf(accountKey, crossingId(deal));
  for (const { line, message } of lines) {
    if (line.status === 'failed') await deps.putLine({ line: crossedLine(line, deps.now()), message });
  }
}
