import type { SetRow } from '../model/event-set.ts';
import { canonicalJson } from '../model/json.ts';
import { present } from '../model/present.ts';
import { isUndated } from './time.ts';
import { bestRead } from './told.ts';

interface Choice {
  version: number;
}

/**
 * Two puts of one delivery made one: the reading of the larger (replay number, reader version), of each half the choice
 * with the smallest settings version. A join: equal ranks fall back to the text.
 */
export function mergeRow(old: SetRow | undefined, next: SetRow): SetRow {
  if (old === undefined) return next;
  return present({
    ...betterRead(old, next),
    deal: earlierChoice(old.deal, next.deal),
    request: earlierChoice(old.request, next.request),
  });
}

function betterRead(a: SetRow, b: SetRow): SetRow {
  const order = a.replay - b.replay || a.readerVersion - b.readerVersion;
  if (order !== 0) return order > 0 ? a : b;
  return readText(a) >= readText(b) ? a : b;
}

function readText({ reading, contact, warnings, contactUnread }: SetRow): string {
  return canonicalJson({ reading, contact, warnings, contactUnread });
}

function earlierChoice<C extends Choice>(a: C | undefined, b: C | undefined): C | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  if (a.version !== b.version) return a.version < b.version ? a : b;
  return canonicalJson(a) <= canonicalJson(b) ? a : b;
}

/**
 * A repeat can change nothing when its dated event has a row received earlier, read no worse, chosen no later. A row of
 * the same delivery is merged all the same: that adds none.
 */
export function addsNothing(rowsOfEvent: SetRow[], row: SetRow): boolean {
  const best = bestRead([...rowsOfEvent, row]);
  if (best === undefined || isUndated(best.reading)) return false;
  if (rowsOfEvent.some((old) => old.receivedAt === row.receivedAt)) return false;
  return rowsOfEvent.some(
    (old) =>
      old.receivedAt < row.receivedAt &&
      readNoWorse(old, row) &&
      chosenNoLater(old.deal, row.deal) &&
      chosenNoLater(old.request, row.request),
  );
}

function readNoWorse(old: SetRow, row: SetRow): boolean {
  return old.replay === row.replay ? old.readerVersion >= row.readerVersion : old.replay > row.replay;
}

function chosenNoLater(old: Choice | undefined, row: Choice | undefined): boolean {
  return row === undefined || (old !== undefined && old.version <= row.version);
}
