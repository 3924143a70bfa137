import { belongingOf, bookingsNamed } from '../../domain/event-set.ts';
import type { FoldedDeal } from '../../model/deal.ts';
import type { ReadSet, SetRef } from '../../model/event-set.ts';
import type { FoldedRequest } from '../../model/request.ts';
import type { CrossDealDeps } from '../cross-deal.ts';
import type { RecordEventDeps } from '../record-event.ts';

export type SpreadDeps = Pick<
  RecordEventDeps & CrossDealDeps,
  'contentsOf' | 'foldDeal' | 'foldBooking' | 'putLink' | 'linksOf' | 'manyOf' | 'openMany' | 'isSubscription'
>;

/** What a set was folded into, with the requests that a deal speaks on. */
export interface Spread {
  deal: FoldedDeal | undefined;
  requests: FoldedRequest[];
  /** Whether the deal's own request gives way to those of its bookings. */
  superseded: boolean;
}

/** Folds a set, and the sets that its rows name or have named: what they say follows from it. */
export function spread(deps: SpreadDeps) {
  return async (accountKey: string, set: SetRef): Promise<Spread> =>
    set.kind === 'deal' ? spreadDeal(deps, accountKey, set) : spreadBooking(deps, accountKey, set);
}

async function spreadDeal(deps: SpreadDeps, accountKey: string, deal: SetRef): Promise<Spread> {
  const { contents, ...folded } = await deps.foldDeal(deal, accountKey);
  const speaking = !deps.isSubscription(contents);
  const named = bookingsNamed(contents);
  const requests: FoldedRequest[] = [];
  for (const id of [...new Set([...named, ...spokenTo(contents, 'booking')])]) {
    const booking: SetRef = { salonKey: deal.salonKey, kind: 'booking', id };
    const request = await deps.foldBooking(booking, accountKey, speaking && named.includes(id) ? deal.id : undefined);
    if (speaking && named.includes(id) && request !== undefined) requests.push(request);
  }
  const own = folded.request === undefined || folded.request === 'superseded' ? [] : [folded.request];
  return { deal: folded.deal, requests: [...requests, ...own], superseded: folded.request === 'superseded' };
}

async function spreadBooking(deps: SpreadDeps, accountKey: string, booking: SetRef): Promise<Spread> {
  const contents = await deps.contentsOf(booking);
  const { salonKey } = booking;
  const named = new Set(contents.rows.flatMap(({ reading }) => belongingOf(reading, salonKey).deal?.id ?? []));
  for (const id of new Set([...named, ...spokenTo(contents, 'deal')])) {
    const deal: SetRef = { salonKey, kind: 'deal', id };
    if (named.has(id) && !(await deps.linksOf(deal)).links.includes(booking.id)) await deps.putLink(deal, booking.id);
    await deps.foldDeal(deal, accountKey);
  }
  const request = await deps.foldBooking(booking, accountKey);
  return { deal: undefined, requests: request === undefined ? [] : [request], superseded: false };
}

/** Sets of a kind that rows have named before they were replayed. */
function spokenTo({ rows, emptied = [] }: ReadSet, kind: SetRef['kind']): string[] {
  return [...rows, ...emptied].flatMap(({ spoke = [] }) => spoke.flatMap((set) => (set.kind === kind ? [set.id] : [])));
}
