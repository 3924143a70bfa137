import type { SetRef, SetRow } from '../model/event-set.ts';
import { canonicalJson } from '../model/json.ts';
import type { RecordEvent } from '../model/records.ts';
import { foldDeal } from './deal.ts';
import { dealRecord } from './deal-record.ts';
import { deliveriesIn } from './fold.ts';
import { foldRequest } from './request.ts';
import { requestRecord } from './request-record.ts';
import type { Today } from './today.ts';
import { eventsIn, type Told } from './told.ts';

type RecordKind = 'deal' | 'request';

/** Folding anew for every event is quadratic: only the newest events are shown. */
const mostEvents = 100;

/** What no event changes by what it says of the record. */
const unsaid = new Set(['id', 'extId', 'salon', 'salonId', 'warnings', 'hidden', 'modifiedDateTime']);

/** The events that a record was folded from, oldest first (the newest 100), each with the shown fields that it changed. */
export function eventsOf(ref: SetRef, rows: SetRow[], record: RecordKind, today: Today): RecordEvent[] {
  const events = eventsIn(deliveriesIn(rows)).filter((event) => speaks(event, record));
  const start = Math.max(0, events.length - mostEvents);
  let before = shownAfter(ref, events.slice(0, start), record, today);
  return events.slice(start).map((event, i) => {
    const after = shownAfter(ref, events.slice(0, start + i + 1), record, today);
    const changed = changedFields(before, after);
    before = after;
    return recordEvent(event, changed);
  });
}

/** The same of a superseded request: it has no fields that could change. */
export function eventsOfSuperseded(rows: SetRow[]): RecordEvent[] {
  const events = eventsIn(deliveriesIn(rows)).filter((event) => speaks(event, 'request'));
  return events.slice(-mostEvents).map((event) => recordEvent(event, []));
}

function speaks({ reading, rows }: Told, record: RecordKind): boolean {
  return record === 'deal'
    ? reading.kind === 'deal' && rows.some(({ deal }) => deal !== undefined)
    : rows.some(({ request }) => request !== undefined);
}

function recordEvent({ eventId, receivedAt, version, reading }: Told, changed: string[]): RecordEvent {
  return { eventId, receivedAt, dateTime: version, kind: reading.kind, act: reading.act, changed };
}

/** The record as it stood after these events, each field as canonical JSON. */
function shownAfter(ref: SetRef, events: Told[], record: RecordKind, today: Today): Map<string, string> {
  const shown = shownOf(
    ref,
    events.flatMap((event) => event.rows),
    record,
    today,
  );
  return new Map(Object.entries(shown ?? {}).map(([name, value]) => [name, canonicalJson(value)]));
}

function shownOf(ref: SetRef, rows: SetRow[], record: RecordKind, today: Today): object | undefined {
  if (record === 'deal') {
    const deal = foldDeal(ref.id, rows);
    return deal && dealRecord(ref, deal, today);
  }
  const request = foldRequest(ref, rows);
  return request && requestRecord(ref, request, today);
}

/** Values that a record has before anything is said. */
const blank = new Set(['[]', 'false']);

function changedFields(before: Map<string, string>, after: Map<string, string>): string[] {
  const value = (fields: Map<string, string>, name: string) => {
    const text = fields.get(name);
    return text === undefined || blank.has(text) ? '' : text;
  };
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((name) => !unsaid.has(name) && value(before, name) !== value(after, name))
    .sort();
}
