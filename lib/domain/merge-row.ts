import type { SetRow, StoredRow } from '../model/event-set.ts';
import type { Reading } from '../model/reading.ts';
import { canonicalJson } from '../model/json.ts';
import { present } from '../model/present.ts';
import { isUndated } from './time.ts';
import { compare } from './order.ts';
import { bestRead } from './told.ts';

interface Choice {
  version: number;
}

/**
 * Two puts of one delivery made one: the reading, or none, of the larger (replay number, reader version), of each half the
 * choice with the smallest settings version, and the sets that either named and this reading does not. A wipe wins. A join:
 * equal ranks fall back to the text.
 */
export function mergeRow(old: SetRow | undefined, next: SetRow): SetRow;
export function mergeRow(old: StoredRow | undefined, next: StoredRow): StoredRow;
export function mergeRow(old: StoredRow | undefined, next: StoredRow): StoredRow {
  if (old === undefined) return next;
  const better = betterRead(old, next);
  const merged = present({
    ...better,
    deal: earlierChoice(old.deal, next.deal),
    request: earlierChoice(old.request, next.request),
    spoke: spokeBefore(better, [old, next]),
  });
  const wiped = [...(old.wiped ?? []), ...(next.wiped ?? [])];
  return wiped.length > 0 ? wipedRow(merged, wiped) : merged;
}

/** A row without what it tells of a person; `by`: numbers of erasures. */
export function wipedRow({ contact, contactUnread, reading, ...row }: StoredRow, by: number[]): StoredRow {
  const wiped = [...new Set([...(row.wiped ?? []), ...by])].sort((a, b) => a - b);
  if (reading === undefined) return { ...row, wiped };
  const { client, comment, userFields, name, pageUrl, referrer, ...kept } = reading;
  return { ...row, reading: kept, wiped };
}

type Spoken = NonNullable<StoredRow['spoke']>;

/** The other sets that a reading names. */
export function setsNamed({ kind, bookingId, dealId, bookingIds = [] }: Reading): Spoken {
  if (kind === 'deal') return bookingIds.map((id) => ({ kind: 'booking', id }));
  return bookingId === undefined || dealId === undefined ? [] : [{ kind: 'deal', id: dealId }];
}

function spokeBefore({ reading }: StoredRow, rows: StoredRow[]): Spoken | undefined {
  const text = (set: Spoken[number]) => `${set.kind} ${set.id}`;
  const now = new Set(reading === undefined ? [] : setsNamed(reading).map(text));
  const all = rows.flatMap((row) => [
    ...(row.spoke ?? []),
    ...(row.reading === undefined ? [] : setsNamed(row.reading)),
  ]);
  const before = new Map(all.map((set) => [text(set), set]));
  const left = [...before].filter(([name]) => !now.has(name)).sort(([a], [b]) => compare(a, b));
  return left.length === 0 ? undefined : left.map(([, set]) => set);
}

function betterRead(a: StoredRow, b: StoredRow): StoredRow {
  const order = a.replay - b.replay || a.readerVersion - b.readerVersion;
  if (order !== 0) return order > 0 ? a : b;
  return readText(a) >= readText(b) ? a : b;
}

function readText({ reading, contact, warnings, contactUnread }: StoredRow): string {
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
