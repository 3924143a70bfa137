import type { SetRef, SetRow } from '../../lib/model/event-set.ts';
import type { Folded, FoldedDeal, FoldedRequest } from '../../lib/model/records.ts';
import type { EventSetDeps, SetRules } from '../../lib/store/event-set.ts';
import { aFoldedDeal, aFoldedRequest } from '../build/folded.ts';

/** Rules small enough to check the protocol by eye: the row received last names the deal and prices it, the first dates it. */
export const toyRules: SetRules = {
  foldVersion: 1,
  mergeRow: (stored, row) => (row.replay > stored.replay ? row : stored),
  addsNothing: (stored, row) => stored.some(({ receivedAt }) => receivedAt < row.receivedAt),
  fold: (set, rows) => toyFold(set, rows),
};

export function toyFold(set: SetRef, rows: SetRow[]): Folded {
  const sorted = [...rows].sort((one, other) => (one.receivedAt < other.receivedAt ? -1 : 1));
  const digest = `1:${sorted.map(({ eventId, receivedAt, replay }) => `${eventId} ${receivedAt} ${replay}`).join()}`;
  const [first, last] = [sorted.at(0), sorted.at(-1)];
  if (first === undefined || last === undefined) return { digest };
  return {
    digest,
    ...(set.kind === 'deal' ? { deal: toyDeal(set, first, last) } : {}),
    ...(rows.some(({ request }) => request) ? { request: toyRequest(set, first) } : {}),
  };
}

function toyDeal({ id }: SetRef, first: SetRow, last: SetRow): FoldedDeal {
  const { name, amount: revenue } = last.reading;
  return aFoldedDeal({
    extId: id,
    createdDateTime: first.receivedAt,
    ...(name === undefined ? {} : { name }),
    ...(revenue === undefined ? {} : { revenue }),
  });
}

function toyRequest({ id }: SetRef, first: SetRow): FoldedRequest {
  return aFoldedRequest({ extId: id, dateTime: first.receivedAt });
}

export const toyListed: EventSetDeps['listed'] = {
  deal: (_set, { createdDateTime, name }) => ({ dateTime: createdDateTime, summary: { name } }),
  request: (_set, { dateTime, extId }) => ({ dateTime, summary: { extId } }),
};
