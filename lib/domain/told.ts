import type { SetRow } from '../model/event-set.ts';
import type { Reading } from '../model/reading.ts';
import type { Act } from '../model/words.ts';
import { compare, smallest } from './order.ts';
import { clampedTime, clampWarnings, isUndated, versionOf } from './time.ts';

/** An event as a fold sees it: its deliveries made one, its place in the order, its times clamped. */
export interface Told {
  eventId: string;
  /** Of the earliest delivery. */
  receivedAt: string;
  version: string;
  reading: Reading;
  contact: SetRow['contact'];
  createdAt: string | undefined;
  stageChangedAt: string | undefined;
  closedAt: string | undefined;
  /** Of its reading, and of times that were clamped. */
  warnings: string[];
  /** Something that looks like a phone or an e-mail stood where nobody read. */
  contactUnread: boolean;
  /** The deliveries it was told by. */
  rows: SetRow[];
}

/** The events of rows, in their order: version, kind, receive time, event id. */
export function eventsIn(rows: SetRow[]): Told[] {
  const groups = Map.groupBy(rows, (row) => row.eventId);
  return [...groups.values()].flatMap(deliveriesMadeOne).sort(inOrder);
}

/** Deliveries of one event count as one; only those of an undated event count anew. */
function deliveriesMadeOne(rows: SetRow[]): Told[] {
  const best = bestRead(rows);
  if (best === undefined) return [];
  if (isUndated(best.reading)) return rows.map((row) => told(row, row.receivedAt, [row]));
  return [told(best, smallest(rows.map((row) => row.receivedAt)) ?? best.receivedAt, rows)];
}

/** The row with the largest replay number, then reader version, then the earliest received. */
export function bestRead(rows: SetRow[]): SetRow | undefined {
  return rows.toSorted(
    (a, b) => b.replay - a.replay || b.readerVersion - a.readerVersion || compare(a.receivedAt, b.receivedAt),
  )[0];
}

function told(
  { eventId, reading, contact, warnings = [], contactUnread }: SetRow,
  receivedAt: string,
  rows: SetRow[],
): Told {
  return {
    eventId,
    receivedAt,
    version: versionOf(reading, receivedAt),
    reading,
    contact,
    createdAt: clampedTime(reading.createdAt, receivedAt)?.at,
    stageChangedAt: clampedTime(reading.stageChangedAt, receivedAt)?.at,
    closedAt: clampedTime(reading.closedAt, receivedAt)?.at,
    warnings: [...warnings, ...clampWarnings(reading, receivedAt)],
    contactUnread: contactUnread === true,
    rows,
  };
}

const rank = { created: 0, updated: 1, cancelled: 2, deleted: 3 } as const satisfies Record<Act, number>;

function inOrder(a: Told, b: Told): number {
  return (
    compare(a.version, b.version) ||
    rank[a.reading.act] - rank[b.reading.act] ||
    compare(a.receivedAt, b.receivedAt) ||
    compare(a.eventId, b.eventId)
  );
}

/** Each field takes the value of the last event that speaks of it. */
export function lastSaid<T>(events: Told[], say: (event: Told) => T | undefined): T | undefined {
  for (const event of events.toReversed()) {
    const said = say(event);
    if (said !== undefined) return said;
  }
  return undefined;
}

/** Evidence is that of the first event that has it. */
export function firstSaid<T>(events: Told[], say: (event: Told) => T | undefined): T | undefined {
  for (const event of events) {
    const said = say(event);
    if (said !== undefined) return said;
  }
  return undefined;
}
