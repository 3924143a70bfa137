import { createHash } from 'node:crypto';
import type { SetRef, SetRow } from '../model/event-set.ts';
import { canonicalJson } from '../model/json.ts';
import { foldVersion, type Folded } from '../model/records.ts';
import { foldDeal } from './deal.ts';
import { rowFor } from './event-set.ts';
import { mergeRow } from './merge-row.ts';
import { compare } from './order.ts';
import { present } from '../model/present.ts';
import { foldRequest } from './request.ts';

/** What a set of rows makes, whatever their order and however often they come: a deal and a request, or a request. */
export function fold(ref: SetRef, rows: SetRow[]): Folded {
  const deliveries = deliveriesIn(rows.map((row) => rowFor(ref.kind, row)));
  return present({
    digest: digestOf(deliveries),
    deal: ref.kind === 'deal' ? foldDeal(ref.id, deliveries) : undefined,
    request: foldRequest(ref, deliveries),
  });
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

/** `<fold version>:<SHA-256>` over all that the fold depends on: the rows whole, their readings, numbers and choices. */
function digestOf(deliveries: SetRow[]): string {
  return `${foldVersion}:${createHash('sha256').update(canonicalJson(deliveries)).digest('hex')}`;
}
