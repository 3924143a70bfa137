import * as v from 'valibot';
import type { Choosing } from '../../domain/event-set.ts';
import { fateOf } from '../../domain/fate.ts';
import type { SetRef, StoredRow } from '../../model/event-set.ts';
import { recordId, setOfRecordId } from '../../model/ids.ts';
import { inPlaceOf, type JournalEntry, type JournalLine, type LineKey } from '../../model/journal.ts';
import { messageSchema, type EventMessage } from '../../model/message.ts';
import { readerVersion } from '../../model/reading.ts';
import type { IgnoredReason } from '../../model/reasons.ts';
import type { Deciding } from '../../model/settings.ts';
import { crossDeal, type CrossDealDeps } from '../cross-deal.ts';
import { crossingId } from '../journal-line.ts';
import { suspectOf, type AfterBatchDeps } from '../erase/after-batch.ts';
import { accountOf, remake, wipeEvent, wipeSet } from '../erase/wipe.ts';
import { indexLine, recordUnderstood, understood, type RecordEventDeps, type Understood } from '../record-event.ts';
import { spread, type SpreadDeps } from './spread.ts';

export type ReplayDeps = RecordEventDeps &
  AfterBatchDeps &
  CrossDealDeps &
  SpreadDeps & {
    findLine: (key: LineKey) => Promise<JournalEntry | undefined>;
    /** Brings a stored line to what `change` makes of it (undefined: as it is); answers what is stored then. */
    changeLine: (
      key: LineKey,
      change: (stored: JournalEntry) => JournalEntry | undefined,
    ) => Promise<JournalEntry | undefined>;
  };

/** With which number and settings a line is done again. */
export interface Replay {
  number: number;
  settings: Deciding;
}

/**
 * Does the delivery of a line again, with other settings and as the reader reads today; answers what became of it. May be
 * repeated at any point: the same number has the same effect. A line that a larger number has claimed is left.
 */
export function replayLine(deps: ReplayDeps) {
  return async (key: LineKey, stored: JournalEntry, replay: Replay): Promise<string> => {
    if (stored.line.erased !== undefined) return wipeClaimed(deps, stored.line);
    const message = eventIn(stored);
    if (message === undefined) return replayCrossing(deps, key, stored, replay.number);
    const { reason: _, ...said } = message;
    const again: EventMessage = { ...said, replay: replay.number, settings: replay.settings };
    const told = understood(deps, again);
    const own = told.own === undefined ? [] : [recordId(told.own)];
    // First of all: whoever replays it next knows of every set in which it may have a row by then.
    const stands = await deps.changeLine(key, (entry) => claimedBy(entry, replay.number, own));
    const claimed = unlessOvertaken(stands, replay);
    if (claimed === undefined) return overtaken;
    // Erased since it was read: a row that is put now would not be found by whoever does the line again.
    if (claimed.line.erased !== undefined) return wipeClaimed(deps, claimed.line);
    const line = await recordUnderstood(deps, again, told, choosing(message, replay.settings));
    if (line.sets === undefined || line.sets.length === 0) await indexLine(deps, again, line);
    if (!staysWhereItIs(told)) await emptyOthers(deps, again, claimed.line, own);
    const put = await deps.changeLine(key, (entry) => settledBy(entry, line, replay.number));
    if (unlessOvertaken(put, replay) === undefined) return overtaken;
    return (await isErased(deps, message)) ? erased : outcomeOf(line);
  };
}

const erased = 'erased';

/**
 * What was put of a line that was erased meanwhile is wiped, in every set that it names; and its contacts, to which no row leads when
 * whoever put one died before the row.
 */
async function wipeClaimed(
  deps: ReplayDeps,
  { accountKey, id, salonKey, sets = [], erased: by = [] }: JournalLine,
): Promise<string> {
  const account = await accountOf(deps, accountKey);
  const { erasures } = await deps.erasuresOf(accountKey);
  for (const erasure of erasures.filter(({ number }) => by.includes(number))) {
    for (const set of sets.map(setOfRecordId)) {
      if (set !== undefined) await wipeSet(deps, account, set, { erasure, also: [id] });
    }
    for (const contact of erasure.contacts ?? []) {
      if (contact.salonKey === salonKey) await remake(deps, account, salonKey, contact.key);
    }
  }
  return erased;
}

/** Read after the line is put: an erasure that was opened meanwhile finds either it, or is found here. */
async function isErased(deps: ReplayDeps, message: EventMessage): Promise<boolean> {
  const { erasures } = await deps.erasuresOf(message.accountKey);
  if (erasures.length === 0) return false;
  const account = await accountOf(deps, message.accountKey);
  return wipeEvent(deps, account, erasures, suspectOf(deps, account, message));
}

const overtaken = 'overtaken';

/** A line as it stands, unless a larger number has claimed it. */
function unlessOvertaken(entry: JournalEntry | undefined, { number }: Replay): JournalEntry | undefined {
  return entry !== undefined && claimOf(entry.line) > number ? undefined : entry;
}

/** The event of a line; none in lines of refusals, of crossings, and of what no code can read. */
export function eventIn({ message }: JournalEntry): EventMessage | undefined {
  try {
    const read = v.parse(messageSchema, JSON.parse(message));
    return read.type === 'event' ? read : undefined;
  } catch {
    return undefined;
  }
}

export function claimOf({ claim = 0 }: JournalLine): number {
  return claim;
}

function claimedBy(entry: JournalEntry, number: number, own: string[]): JournalEntry | undefined {
  const { line } = entry;
  if (claimOf(line) > number || line.erased !== undefined) return undefined;
  return { ...entry, line: { ...line, claim: number, sets: together(line.sets, own) } };
}

function settledBy(entry: JournalEntry, line: JournalLine, number: number): JournalEntry | undefined {
  if (claimOf(entry.line) > number || entry.line.replay > number || entry.line.erased !== undefined) return undefined;
  const settled = { ...line, claim: number, sets: together(entry.line.sets, line.sets) };
  return { ...entry, line: inPlaceOf(entry.line, settled) };
}

function together(a: string[] = [], b: string[] = []): string[] {
  return [...new Set([...a, ...b])].sort();
}

/** Choices stay: those of a half that was let through then are the journaled ones. */
function choosing(journaled: EventMessage, pinned: Deciding): Choosing {
  const { settings, reason } = journaled;
  const fate = fateOf(settings, { kind: 'deal', salonIds: [], salonLogins: [] });
  const was = (half: 'deal' | 'request') =>
    reason === undefined && fate.reason === undefined && fate[half].outcome === 'go' ? settings : pinned;
  return { deal: was('deal'), request: was('request') };
}

const switches: readonly (IgnoredReason | undefined)[] = [
  'integration_inactive',
  'requests_disabled',
  'deals_disabled',
];

/** What is switched off now keeps what it has stored: a switch takes no record away. */
function staysWhereItIs({ reason }: Understood): boolean {
  return reason !== undefined && switches.includes(reason);
}

/** In every other set in which the delivery may have a row it has one without a reading, of this number. */
async function emptyOthers(deps: ReplayDeps, message: EventMessage, { sets = [] }: JournalLine, own: string[]) {
  const { eventId, receivedAt, replay, accountKey } = message;
  const empty: StoredRow = { v: 1, eventId, receivedAt, replay, readerVersion };
  for (const id of sets.filter((one) => !own.includes(one))) {
    const set = setOfRecordId(id);
    if (set === undefined) continue;
    await deps.putRow(set, empty);
    await spread(deps)(accountKey, set);
  }
}

/** What a job counts a line under. */
function outcomeOf({ status, deal, request }: Pick<JournalLine, 'status' | 'deal' | 'request'>): string {
  for (const half of [deal, request]) {
    if (half.outcome === status && 'reason' in half) return `${status}:${half.reason}`;
  }
  return status;
}

/** The line of a crossing that failed too often holds no message: its replay is the crossing. */
async function replayCrossing(deps: ReplayDeps, key: LineKey, { line }: JournalEntry, number: number): Promise<string> {
  const deal = crossingOf(line);
  if (deal === undefined) return outcomeOf(line);
  const { accountKey, receivedAt } = key;
  const { salonKey, id: dealId } = deal;
  await crossDeal(deps)({ v: 1, type: 'crossing', accountKey, salonKey, receivedAt, dealId });
  const put = await deps.changeLine(key, (entry) => ({
    ...entry,
    line: { ...entry.line, replay: number, claim: number },
  }));
  return put === undefined ? overtaken : outcomeOf(put.line);
}

/** The deal whose crossing a line is of. */
export function crossingOf({ id, entities: [entity] }: JournalLine): SetRef | undefined {
  const deal = entity && setOfRecordId(entity.id);
  return deal !== undefined && crossingId(deal) === id ? deal : undefined;
}
