import type { FoldedDeal } from '../../lib/model/deal.ts';
import type { ReadSet, SetRef, SetRow } from '../../lib/model/event-set.ts';
import type { FoldedRequest } from '../../lib/model/request.ts';
import type { EventSetDeps, SetRules } from '../../lib/store/event-set.ts';
import { aFoldedDeal, aFoldedRequest } from '../build/folded.ts';

/**
 * Rules small enough to check the protocol by eye: the row received last names the deal and prices it, the first dates it. A
 * request says in its message of which rows it was folded. A deal with a link has given way; one with three is marked or has too
 * many; two deals may speak on a request.
 */
export const toyRules: SetRules = {
  foldVersion: 1,
  mergeRow: (stored, row) => (row.replay > stored.replay ? row : stored),
  addsNothing: (stored, row) => stored.some(({ receivedAt }) => receivedAt < row.receivedAt),
  foldDealSet: (set, contents) => ({ deal: toyDeal(set, contents), request: toyOwnRequest(set, contents) }),
  foldBookingSet: (set, { own, deals, cut }) => {
    const rows = [...own.rows, ...deals.flatMap((deal) => deal.rows)];
    return { digest: `1:${cut ? 'cut' : ''}${told(rows)}`, record: toyRequest(set, rows) };
  },
  dealsNamed: ({ rows, links }) => [...new Set([...links, ...rows.flatMap(({ reading }) => dealIn(reading))])].sort(),
  speaksOn: () => true,
  isSubscription: ({ links, many }) => many !== undefined || links.length > 2,
  mostDeals: 2,
};

type DealViews = ReturnType<SetRules['foldDealSet']>;

/** The rules with another fold of deals, made of theirs. */
export function folding(over: (views: DealViews) => DealViews): SetRules {
  return { ...toyRules, foldDealSet: (set, contents) => over(toyRules.foldDealSet(set, contents)) };
}

function dealIn({ kind, dealId }: SetRow['reading']): string[] {
  return kind === 'booking' && dealId !== undefined ? [dealId] : [];
}

function told(rows: SetRow[]): string {
  return rows.map(({ eventId, receivedAt, replay }) => `${eventId} ${receivedAt} ${replay}`).join();
}

function byReceipt(rows: SetRow[]): SetRow[] {
  return rows.toSorted((one, other) => (one.receivedAt < other.receivedAt ? -1 : 1));
}

function toyDeal({ id }: SetRef, { rows }: ReadSet): { digest: string; record: FoldedDeal | undefined } {
  const [first, last] = [byReceipt(rows).at(0), byReceipt(rows).at(-1)];
  if (first === undefined || last === undefined) return { digest: '1:', record: undefined };
  const { name, amount: revenue } = last.reading;
  const said = { ...(name === undefined ? {} : { name }), ...(revenue === undefined ? {} : { revenue }) };
  return { digest: `1:${told(rows)}`, record: aFoldedDeal({ extId: id, createdDateTime: first.receivedAt, ...said }) };
}

function toyOwnRequest(set: SetRef, contents: ReadSet) {
  if (contents.links.length > 0 && !toyRules.isSubscription(contents)) {
    return { digest: '1:superseded', record: 'superseded' as const };
  }
  return { digest: `1:own:${told(contents.rows)}`, record: toyRequest(set, contents.rows) };
}

function toyRequest({ id }: SetRef, rows: SetRow[]): FoldedRequest | undefined {
  const speaking = byReceipt(rows.filter(({ request }) => request !== undefined));
  const [first] = speaking;
  if (first === undefined) return undefined;
  const message = speaking.map(({ eventId }) => eventId).join();
  return aFoldedRequest({ extId: id, dateTime: first.receivedAt, message });
}

export const toyListed: EventSetDeps['listed'] = {
  deal: ({ createdDateTime, name, ...rest }) => ({
    dateTime: createdDateTime,
    summary: { createdDateTime, name },
    rest,
  }),
  request: ({ dateTime, extId, ...rest }) => ({ dateTime, summary: { dateTime, extId }, rest }),
};
