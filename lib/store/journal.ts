import { inflateRawSync } from 'node:zlib';
import * as v from 'valibot';
import {
  behindSummary,
  inPlaceOf,
  journalDays,
  journalLineSchema,
  journalSummarySchema,
  placedAt,
  problemOf,
  summaryOf,
  type JournalEntry,
  type JournalLine,
  type JournalStatus,
  type JournalSummary,
  type LineKey,
  type PlacedLine,
  type Problem,
  type Source,
  type Stretch,
} from '../model/journal.ts';
import { isTestKey } from '../model/ids.ts';
import { canonicalJson } from '../model/json.ts';
import { present } from '../model/present.ts';
import { maxBatchBytes } from '../model/queues.ts';
import { tables, ttlAttribute } from '../model/tables.ts';
import type { Kind } from '../model/words.ts';
import { converge } from './converge.ts';
import { bodyOf, bodyVersion, deflated, sha256, itemVersion, withBody } from './item-body.ts';
import { listAttributes, monthPartitions, type ListName } from './listing.ts';
import { readPage, type Paged, type Paging } from './page.ts';
import type { Item, Table } from './table.ts';

const [byAccount, bySalon, byProblem] = tables.journal.indexes;
const linePrefix = 'line#';
const lifeMs = journalDays * 24 * 3600 * 1000;

export interface JournalDeps {
  table: Table;
  now: () => Date;
}

export interface JournalQuery extends Omit<Paging<never>, 'keep'> {
  accountKey: string;
  salonKey?: string | undefined;
  status?: JournalStatus | undefined;
  except?: JournalStatus | undefined;
  kind?: Kind | undefined;
  /** Only lines that were warned. */
  warned?: boolean | undefined;
  /** Of lines of the salon that stand under it, whatever their source; without a salon: of those without a readable envelope. */
  problem?: Problem | undefined;
  /** Absent: deliveries alone. */
  source?: Source | undefined;
}

export interface Journal {
  /**
   * A stored line of the same delivery stays when its replay number is larger, or when `entry` only gives up on it. Whichever
   * stays, its sets are those of both, its claim is the larger, what was erased stays so, and it stands where it stood.
   */
  putLine: (entry: JournalEntry) => Promise<void>;
  findLine: (key: LineKey) => Promise<JournalEntry | undefined>;
  /** Brings a stored line to what `change` makes of it (undefined: as it is), whoever else writes it; answers what is stored then. */
  changeLine: (
    key: LineKey,
    change: (stored: JournalEntry) => JournalEntry | undefined,
  ) => Promise<JournalEntry | undefined>;
  /** Every delivery of an event, in the order in which they were received. */
  deliveries: (accountKey: string, id: string) => Promise<JournalEntry[]>;
  /** Deliveries by receive time, or imports by when they were made. */
  list: (query: JournalQuery) => Promise<Paged<JournalSummary>>;
  /** Lines of a salon in the order of their places. */
  linesOf: (stretch: Stretch) => Promise<PlacedLine[]>;
}

/** One line per delivery of an event; lines are shown for `journalDays` after their receive time, those of an import after that. */
export function journal({ table, now }: JournalDeps): Journal {
  return {
    putLine: async (entry) => {
      const item = lineItem(entry);
      // A stored event has no line yet, as a rule: what is there is read only when something is.
      if (await table.putIf(item, undefined)) return;
      await converge(table, item, (stored) => (stored === undefined ? item : lineItem(joined(entryOf(stored), entry))));
    },
    findLine: async (key) => {
      const { pk, sk } = lineKey(key);
      const stored = await table.get(pk, sk);
      return stored && entryOf(stored);
    },
    changeLine: async (key, change) => {
      const stored = await converge(table, lineKey(key), (item) => {
        const changed = item && change(entryOf(item));
        return changed && lineItem(changed);
      });
      return stored && entryOf(stored);
    },
    deliveries: async (accountKey, id) => {
      const items = await table.query(linePartition(accountKey, id), linePrefix);
      const shown = shownSince(now());
      return items.map(entryOf).filter(({ line }) => placedAt(line) >= shown);
    },
    list: (query) => list(table, query, shownSince(now())),
    linesOf: (stretch) => linesOf(table, stretch),
  };
}

/** Two puts of one delivery's line made one. */
function joined(stored: JournalEntry, next: JournalEntry): JournalEntry {
  const kept = yields(stored.line, next.line) ? next : stored;
  const sets = [...new Set([...(stored.line.sets ?? []), ...(next.line.sets ?? [])])].sort();
  const claim = Math.max(stored.line.claim ?? 0, next.line.claim ?? 0);
  const both = { ...kept.line, ...(sets.length === 0 ? {} : { sets }), ...(claim === 0 ? {} : { claim }) };
  const line = inPlaceOf(stored.line, both);
  const erased = [...(stored.line.erased ?? []), ...(next.line.erased ?? [])];
  return erased.length > 0 ? erasedEntry(line, erased) : { line, message: kept.message };
}

/** A line without what it told of a person; `by`: numbers of erasures. */
export function erasedEntry(line: JournalLine, by: number[]): JournalEntry {
  const erased = [...new Set([...(line.erased ?? []), ...by])].sort((a, b) => a - b);
  return { line: { ...line, warnings: [], unknownPaths: [], erased }, message: '' };
}

/**
 * A line yields to one of an equal or larger replay number, but never to one that only says that nothing could be made of
 * the same delivery: a worker may have stored everything and died before it could acknowledge, or newer code may have
 * read a copy.
 */
function yields(stored: JournalLine, next: JournalLine): boolean {
  if (stored.replay !== next.replay) return stored.replay < next.replay;
  return stored.status === 'failed' || !isGivenUp(next);
}

function isGivenUp({ deal, request }: JournalLine): boolean {
  return [deal, request].some(
    (half) => half.outcome === 'failed' && (half.reason === 'parked' || half.reason === 'unreadable'),
  );
}

function list(table: Table, query: JournalQuery, shown: string): Promise<Paged<JournalSummary>> {
  const { accountKey, salonKey, status, except, kind, warned, problem, source, ...paging } = query;
  const from = paging.from > shown ? paging.from : shown;
  return readPage(table, {
    ...paging,
    from,
    read: ({ summary }) => v.parse(journalSummarySchema, JSON.parse(summary)),
    keep: (line) =>
      (status === undefined || line.status === status) &&
      line.status !== except &&
      (warned !== true || line.warningCount > 0) &&
      (kind === undefined || line.kind === kind) &&
      // Problems have both.
      (problem === undefined || source === undefined || line.source === source),
    ...whereListed({ ...query, from }),
  });
}

/** The index and its partitions in which the lines of a query stand. */
function whereListed({ accountKey, salonKey, problem, source, from, to }: JournalQuery) {
  if (problem !== undefined) return inOne(byProblem, problemPartition(accountKey, salonKey, problem));
  if (salonKey !== undefined) return inOne(bySalon, salonPartition(accountKey, salonKey, source));
  return { index: byAccount, partitions: monthPartitions(accountKey, listOf(source), from, to) };
}

function inOne<I>(index: I, key: string) {
  return { index, partitions: [{ name: '', key }] };
}

/** Before the place of an import, so that it sorts after that of every delivery. */
const importPlace = 'i';

async function linesOf(table: Table, stretch: Stretch): Promise<PlacedLine[]> {
  const { after, limit } = stretch;
  const delivered = after.startsWith(importPlace) ? [] : await placed(table, stretch, { place: '' });
  if (delivered.length === limit) return delivered;
  const rest = { ...stretch, limit: limit - delivered.length };
  return [...delivered, ...(await placed(table, rest, { place: importPlace, source: 'import' }))];
}

/** Lines of one source; the index may hold the one at `after`, which was the last of the stretch before. */
async function placed(
  table: Table,
  { accountKey, salonKey, after, from, before, limit }: Stretch,
  { place, source }: { place: string; source?: Source },
): Promise<PlacedLine[]> {
  const passed = after.startsWith(place) ? after.slice(place.length) : '';
  const start = passed > from ? passed : from;
  const partition = salonPartition(accountKey, salonKey, source);
  const range = { index: bySalon, partition, from: start === '' ? '2' : start, to: before, order: 'asc' } as const;
  const rows = await table.list({ ...range, limit: limit + 1 });
  return rows
    .filter(({ sort }) => sort !== passed)
    .slice(0, limit)
    .map(({ pk, sort, summary }) => {
      const id = pk.slice(accountKey.length + 1);
      const { receivedAt } = v.parse(receivedSchema, summary);
      return { accountKey, id, receivedAt, place: place + sort };
    });
}

const receivedSchema = v.pipe(v.string(), v.parseJson(), v.pick(journalLineSchema, ['receivedAt']));

function lineKey({ accountKey, id, receivedAt }: LineKey) {
  return { pk: linePartition(accountKey, id), sk: `${linePrefix}${receivedAt}` };
}

/** Where all deliveries of an event stand. */
export function linePartition(accountKey: string, id: string): string {
  return `${accountKey}#${id}`;
}

/** Imports stand apart, so that whatever reads the last deliveries meets none of them. */
function salonPartition(accountKey: string, salonKey: string, source: Source | undefined): string {
  return [accountKey, salonKey, ...(source === undefined ? [] : [source])].join('#');
}

function listOf(source: Source | undefined): ListName {
  return source ?? 'event';
}

export function problemPartition(accountKey: string, salonKey: string | undefined, problem: Problem): string {
  return `${accountKey}#${salonKey ?? ''}#${problem}`;
}

/** Lines that stand before are expired, whether or not the database has removed them. */
export function shownSince(now: Date): string {
  return new Date(now.getTime() - lifeMs + 1).toISOString();
}

function lineItem({ line, message }: JournalEntry): Item {
  const { accountKey, salonKey, id, source } = line;
  const dateTime = placedAt(line);
  const { warnings, unknownPaths, sets, claim } = line;
  const problem = isTestKey(salonKey) ? undefined : problemOf(line);
  const head = { ...lineKey(line), rev: sha256(canonicalJson(line)) };
  return {
    ...withBody({ ...head, v: bodyVersion }, present({ warnings, unknownPaths, sets, claim })),
    message: deflated(cut(message)),
    [ttlAttribute]: Math.floor((Date.parse(dateTime) + lifeMs) / 1000),
    ...listAttributes({ accountKey, salonKey }, listOf(source), id, { dateTime, summary: summaryOf(line) }),
    ...(salonKey === undefined ? {} : { [bySalon.partition]: salonPartition(accountKey, salonKey, source) }),
    ...(problem === undefined ? {} : { [byProblem.partition]: problemPartition(accountKey, salonKey, problem) }),
  };
}

const notesSchema = v.pick(journalLineSchema, behindSummary);
const summarySchema = v.object({
  summary: v.pipe(v.string(), v.parseJson(), v.omit(journalLineSchema, behindSummary)),
});

/** A line as its item holds it: what lists show stands in the index, its notes in the body. */
function lineOf(item: Item): JournalLine {
  if (itemVersion(item) === 1) return bodyOf(journalLineSchema, item);
  return { ...v.parse(summarySchema, item).summary, ...bodyOf(notesSchema, item) };
}

/** Our own messages are never longer; what somebody else puts on the queue must not overfill an item. */
function cut(message: string): Buffer {
  return Buffer.from(message, 'utf8').subarray(0, maxBatchBytes);
}

const messageSchema = v.object({ message: v.instance(Uint8Array) });

function entryOf(item: Item): JournalEntry {
  const { message } = v.parse(messageSchema, item);
  return { line: lineOf(item), message: inflateRawSync(message).toString('utf8') };
}
