import { allRows } from '../../../domain/erased.ts';
import { traitsOf } from '../../../domain/traits.ts';
import type { ReadSet, SetRef } from '../../../model/event-set.ts';
import { recordId, setOfRecordId } from '../../../model/ids.ts';
import type { JournalEntry, JournalLine, LineKey } from '../../../model/journal.ts';
import type { Account, Salon } from '../../../model/settings.ts';
import type { Clues } from './clues.ts';
import { inWaves } from '../../in-waves.ts';

export interface FoundDeps {
  /** Sets that speak of whoever has a trait. */
  neighboursOf: (accountKey: string, trait: string) => Promise<SetRef[]>;
  /** Lines that made no record and say a trait. */
  indexedLines: (accountKey: string, trait: string) => Promise<LineKey[]>;
  contentsOf: (set: SetRef) => Promise<ReadSet>;
  /** Every delivery of an event. */
  deliveriesOf: (accountKey: string, id: string) => Promise<JournalEntry[]>;
}

/** What clues lead to: sets that are there, and deliveries, newest first. */
export interface Found {
  sets: SetRef[];
  lines: JournalLine[];
  more: boolean;
}

/** Sets of which records and events are read. */
const mostSets = 100;
/** Events of which the lines are read, and lines that are shown. */
const mostEvents = 200;

/** Where an account's salons are looked through. */
export interface Where {
  account: Account;
  salons: Salon[];
}

export async function foundBy(deps: FoundDeps, where: Where, clues: Clues): Promise<Found> {
  const { key } = where.account;
  const own = new Set(where.salons.map((salon) => salon.key));
  const near = (await inWaves(clues.traits, (trait) => deps.neighboursOf(key, trait))).flat();
  const indexed = (await inWaves(clues.traits, (trait) => deps.indexedLines(key, trait))).flat();
  const asked = unique([...clues.sets, ...near].filter(({ salonKey }) => own.has(salonKey)));
  const known = new Set(clues.sets.map(recordId));
  const read = await readSets(deps, asked);
  const said = read.filter(({ set, contents }) =>
    known.has(recordId(set)) ? isThere(contents) : says(where.account, set, contents, clues.traits),
  );
  const there = [...said, ...(await readSets(deps, unique(said.flatMap(linkedOf))))];
  const ofSets = there.slice(0, mostSets).flatMap(({ contents }) => allRows(contents));
  const events = newestIds([...ofSets.map(({ eventId: id, receivedAt }) => ({ id, receivedAt })), ...indexed]);
  const lines = await linesOf(deps, key, [...clues.lines, ...events.slice(0, mostEvents)], own);
  // Rows that lead to a line stay when it is erased: by them alone it is found no more.
  const led = new Set([...clues.lines, ...ofSets.map(({ eventId }) => eventId)]);
  const shown = lines.filter(({ id, erased }) => erased === undefined || led.has(id));
  const named = unique(
    shown.filter(({ id }) => clues.lines.includes(id)).flatMap(({ sets = [] }) => setsOf(sets, own)),
  );
  const sets = unique([...there.map(({ set }) => set), ...named]);
  return {
    sets: sets.slice(0, mostSets),
    lines: shown.slice(0, mostEvents),
    more: sets.length > mostSets || events.length > mostEvents || shown.length > mostEvents,
  };
}

interface ReadSetOf {
  set: SetRef;
  contents: ReadSet;
}

function readSets(deps: Pick<FoundDeps, 'contentsOf'>, sets: SetRef[]): Promise<ReadSetOf[]> {
  return inWaves(sets, async (set) => ({ set, contents: await deps.contentsOf(set) }));
}

/** Where a set is only named by others, these. */
function linkedOf({ set: { salonKey, kind }, contents: { rows, links } }: ReadSetOf): SetRef[] {
  if (rows.length > 0) return [];
  return links.map((id) => ({ salonKey, kind: kind === 'deal' ? 'booking' : 'deal', id }));
}

function isThere({ rows, emptied = [], links }: ReadSet): boolean {
  return rows.length + emptied.length + links.length > 0;
}

/** Neighbours are never taken away: a set from which the person was erased, or that a replay has changed, says her no more. */
function says({ hmacSecret }: Account, { salonKey }: SetRef, { rows }: ReadSet, traits: string[]): boolean {
  return traitsOf(hmacSecret, salonKey, rows).some((trait) => traits.includes(trait));
}

/** Ids, those received last first, each once. */
function newestIds(keys: Pick<LineKey, 'id' | 'receivedAt'>[]): string[] {
  const sorted = keys.toSorted((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1));
  return [...new Set(sorted.map(({ id }) => id))];
}

async function linesOf(
  deps: Pick<FoundDeps, 'deliveriesOf'>,
  accountKey: string,
  ids: string[],
  salons: ReadonlySet<string>,
): Promise<JournalLine[]> {
  const entries = await inWaves([...new Set(ids)], (id) => deps.deliveriesOf(accountKey, id));
  return entries
    .flat()
    .map(({ line }) => line)
    .filter(({ salonKey }) => salonKey !== undefined && salons.has(salonKey))
    .sort((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1));
}

function setsOf(ids: string[], salons: ReadonlySet<string>): SetRef[] {
  return ids.flatMap((id) => setOfRecordId(id) ?? []).filter(({ salonKey }) => salons.has(salonKey));
}

function unique(sets: SetRef[]): SetRef[] {
  return [...new Map(sets.map((set) => [recordId(set), set])).values()];
}
