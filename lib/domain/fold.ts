import { createHash } from 'node:crypto';
import type { FoldedDeal } from '../model/deal.ts';
import type { ReadSet, SetRef, SetRow } from '../model/event-set.ts';
import { foldVersion } from '../model/records.ts';
import type { FoldedRequest } from '../model/request.ts';
import type { BookingSources, OwnRequest, View } from '../model/views.ts';
import { choicesTogether } from './chosen.ts';
import { foldDeal } from './deal.ts';
import { isSubscription, isSuperseded, ownRows, setLimits, type SetLimits } from './event-set.ts';
import { mergeRow } from './merge-row.ts';
import { compare, smallest } from './order.ts';
import { foldRequest } from './request.ts';

/** What a deal's set makes, whatever the order of its rows and however often they come: a deal, and a request of its own. */
export function foldDealSet(
  ref: SetRef,
  set: ReadSet,
  limits: SetLimits = setLimits,
): { deal: View<FoldedDeal>; request: View<OwnRequest> } {
  const rows = deliveriesIn(ownRows(ref, set.rows));
  const revisions = digestOf(set.revisions);
  const chosen = choicesTogether(set.acts);
  return {
    deal: { digest: `${foldVersion}:${revisions}`, record: foldDeal(ref.id, rows, chosen), first: firstOf(set.rows) },
    request: isSuperseded(set, limits)
      ? { digest: supersededDigest(rows), record: 'superseded' }
      : {
          digest: `${foldVersion}:${ownState(set, limits)}:${revisions}`,
          record: foldRequest(ref, rows, { chosen }),
        },
  };
}

/** The same rows with too many bookings make the same request: told apart, so that no fold of a moment when they were fewer is written over it. */
function ownState(set: ReadSet, limits: SetLimits): string {
  return isSubscription(set, limits) ? 'many' : 'own';
}

/** Of rows that came later only the replayed can change that a request is superseded. */
function supersededDigest(rows: SetRow[]): string {
  const replayed = rows.filter(({ replay }) => replay > 0);
  const told = replayed.map(({ eventId, receivedAt, replay, readerVersion }) =>
    [eventId, receivedAt, replay, readerVersion].join(' '),
  );
  return `${foldVersion}:superseded:${told.length === 0 ? '' : digestOf(told.sort(compare))}`;
}

/** The request that a booking's set makes, from its own events and those of the deals that name it. */
export function foldBookingSet(ref: SetRef, { own, deals, passed, cut }: BookingSources): View<FoldedRequest> {
  const ofDeals = deals.flatMap(({ rows }) => rows.filter(({ reading }) => reading.kind === 'deal'));
  const rows = deliveriesIn([...ownRows(ref, own.rows), ...ofDeals]);
  // With the passed ones: a fold that read one of them when it still spoke is not written over this.
  const revisions = [...own.revisions, ...deals.flatMap((deal) => deal.revisions), ...passed];
  return {
    digest: `${foldVersion}:${cut ? 'cut:' : ''}${digestOf(revisions)}`,
    record: foldRequest(ref, rows, { warnings: cut ? ['deals: cut'] : [], chosen: choicesTogether(own.acts) }),
    first: firstOf(own.rows),
  };
}

function firstOf(rows: SetRow[]): string | undefined {
  return smallest(rows.map(({ receivedAt }) => receivedAt));
}

/** One row a delivery, sorted by its key. */
export function deliveriesIn(rows: SetRow[]): SetRow[] {
  const byKey = new Map<string, SetRow>();
  for (const row of rows) {
    const key = `${row.eventId}#${row.receivedAt}`;
    byKey.set(key, mergeRow(byKey.get(key), row));
  }
  return [...byKey].sort(([a], [b]) => compare(a, b)).map(([, row]) => row);
}

/** Letters of base64url that a digest keeps: 132 bits. */
const digestLetters = 22;

function digestOf(texts: string[]): string {
  return createHash('sha256').update(texts.join('\n')).digest('base64url').slice(0, digestLetters);
}
