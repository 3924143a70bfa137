import { inflateRawSync } from 'node:zlib';
import * as v from 'valibot';
import {
  journalDays,
  journalLineSchema,
  journalSummarySchema,
  type JournalEntry,
  type JournalLine,
  type JournalStatus,
  type JournalSummary,
} from '../model/journal.ts';
import { canonicalJson } from '../model/json.ts';
import { maxBatchBytes } from '../model/queues.ts';
import { tables, ttlAttribute } from '../model/tables.ts';
import type { Kind } from '../model/words.ts';
import { converge } from './converge.ts';
import { bodyOf, bodyVersion, deflated, sha256, itemVersion, withBody } from './item-body.ts';
import { listAttributes, monthPartitions } from './listing.ts';
import { readPage, type Paged, type Paging } from './page.ts';
import type { Item, Table } from './table.ts';

const [byAccount, bySalon] = tables.journal.indexes;
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
}

/** Which delivery of which event. */
export interface LineKey {
  accountKey: string;
  id: string;
  receivedAt: string;
}

export interface Journal {
  /** A stored line of the same delivery stays when its replay number is larger, or when `entry` only gives up on it. */
  putLine: (entry: JournalEntry) => Promise<void>;
  findLine: (key: LineKey) => Promise<JournalEntry | undefined>;
  /** Every delivery of an event, in the order in which they were received. */
  deliveries: (accountKey: string, id: string) => Promise<JournalEntry[]>;
  /** By receive time. */
  list: (query: JournalQuery) => Promise<Paged<JournalSummary>>;
}

/** One line per delivery of an event; lines are shown for `journalDays` after their receive time. */
export function journal({ table, now }: JournalDeps): Journal {
  return {
    putLine: async (entry) => {
      const item = lineItem(entry);
      // A stored event has no line yet, as a rule: what is there is read only when something is.
      if (await table.putIf(item, undefined)) return;
      await converge(table, item, (stored) =>
        stored === undefined || yields(lineOf(stored), entry.line) ? item : undefined,
      );
    },
    findLine: async (key) => {
      const { pk, sk } = lineKey(key);
      const stored = await table.get(pk, sk);
      return stored && entryOf(stored);
    },
    deliveries: async (accountKey, id) => {
      const items = await table.query(partitionOf(accountKey, id), linePrefix);
      const shown = shownSince(now());
      return items.map(entryOf).filter(({ line }) => line.receivedAt >= shown);
    },
    list: (query) => list(table, query, shownSince(now())),
  };
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
  const { accountKey, salonKey, status, except, kind, warned, ...paging } = query;
  const from = paging.from > shown ? paging.from : shown;
  return readPage(table, {
    ...paging,
    from,
    read: ({ summary }) => v.parse(journalSummarySchema, JSON.parse(summary)),
    keep: (line) =>
      (status === undefined || line.status === status) &&
      line.status !== except &&
      (warned !== true || line.warningCount > 0) &&
      (kind === undefined || line.kind === kind),
    ...(salonKey === undefined
      ? { index: byAccount, partitions: monthPartitions(accountKey, 'event', from, paging.to) }
      : { index: bySalon, partitions: [{ name: '', key: salonPartition(accountKey, salonKey) }] }),
  });
}

function lineKey({ accountKey, id, receivedAt }: LineKey) {
  return { pk: partitionOf(accountKey, id), sk: `${linePrefix}${receivedAt}` };
}

function partitionOf(accountKey: string, id: string): string {
  return `${accountKey}#${id}`;
}

function salonPartition(accountKey: string, salonKey: string): string {
  return `${accountKey}#${salonKey}`;
}

/** Lines received before are expired, whether or not the database has removed them. */
function shownSince(now: Date): string {
  return new Date(now.getTime() - lifeMs + 1).toISOString();
}

function lineItem({ line, message }: JournalEntry): Item {
  const { accountKey, salonKey, id, receivedAt } = line;
  const { warnings, unknownPaths } = line;
  const head = { ...lineKey(line), rev: sha256(canonicalJson(line)) };
  return {
    ...withBody({ ...head, v: bodyVersion }, { warnings, unknownPaths }),
    message: deflated(cut(message)),
    [ttlAttribute]: Math.floor((Date.parse(receivedAt) + lifeMs) / 1000),
    ...listAttributes(accountKey, 'event', id, { dateTime: receivedAt, summary: summaryOf(line) }),
    ...(salonKey === undefined ? {} : { [bySalon.partition]: salonPartition(accountKey, salonKey) }),
  };
}

function summaryOf({ warnings, unknownPaths, ...line }: JournalLine): JournalSummary {
  return { ...line, warningCount: warnings.length, unknownPathCount: unknownPaths.length };
}

const notesSchema = v.pick(journalLineSchema, ['warnings', 'unknownPaths']);
const summarySchema = v.object({
  summary: v.pipe(v.string(), v.parseJson(), v.omit(journalLineSchema, ['warnings', 'unknownPaths'])),
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
