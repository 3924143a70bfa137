import * as v from 'valibot';
import type { Naming, ReadSet, SetRef } from '../model/event-set.ts';
import { encodeId } from '../model/ids.ts';
import type { MarkedRecord } from '../model/outbound.ts';
import {
  dueOf,
  namedSentSchema,
  outboundKinds,
  outboundStatusSchema,
  pointsSchema,
  type Joined,
  type OutboundKind,
  type OutboundRecord,
  type OutboundStatus,
  type Pending,
  type PendingStretch,
  type Points,
  type Sent,
  type StoredSent,
} from '../model/outbound-state.ts';
import { tables } from '../model/tables.ts';
import { turns } from './converge.ts';
import { bodyOf, itemOf, keyPart } from './item-body.ts';
import { joinedKey, placeOf, readSent, recordOf, sentKey } from './outbound-places.ts';
import { markerOf, parkedMarks, pendingPartition } from './pending.ts';
import { contactIn } from './references.ts';
import { dealIn, readLinks, readNaming, requestIn } from './sets.ts';
import type { Countable, Item, Table, Unmarkable } from './table.ts';

const byPending = tables.records.indexes[1];

export interface Outbound {
  /** Those first that have waited longest; the index may lag. */
  pending: (stretch: PendingStretch) => Promise<Pending[]>;
  read: (record: OutboundRecord) => Promise<MarkedRecord>;
  /** Unless it was changed since `marker` was read. */
  unmark: (record: OutboundRecord, marker: string) => Promise<boolean>;
  /** Bookings that have named a deal, and whether it names too many. */
  linksOf: (deal: SetRef) => Promise<Pick<ReadSet, 'links' | 'many'>>;
  namingOf: (booking: SetRef) => Promise<Naming>;
  sent: (record: OutboundRecord) => Promise<StoredSent>;
  /** Answers the new revision; undefined: somebody else has put it meanwhile. */
  putSent: (
    accountKey: string,
    record: OutboundRecord,
    sent: Sent,
    rev: string | undefined,
  ) => Promise<string | undefined>;
  /** Keeps with what a deal was joined there; what was known before goes. */
  putJoined: (deal: OutboundRecord, link: Joined) => Promise<void>;
  /** What something that records name was last called there; `name`: of its kind and id. */
  namedSent: (accountKey: string, name: string) => Promise<string | undefined>;
  putNamedSent: (accountKey: string, name: string, told: string | undefined) => Promise<void>;
  /** Keeps all others from sending for the account until an instant (unix ms); answers whether it does. */
  takeLease: (accountKey: string, until: number, now: number) => Promise<boolean>;
  /** Lets others send again, if the lease is still the one that was taken until `until`. */
  endLease: (accountKey: string, until: number) => Promise<void>;
  /** Changes what may be spent, whoever else does; `change` answers undefined: not at all. Answers whether it did. */
  changePoints: (accountKey: string, change: (points: Points | undefined) => Points | undefined) => Promise<boolean>;
  points: (accountKey: string) => Promise<Points | undefined>;
  status: (accountKey: string) => Promise<OutboundStatus>;
  /** Changes how it stands with an account, whoever else does. */
  changeStatus: (accountKey: string, change: (status: OutboundStatus) => OutboundStatus) => Promise<void>;
  /** Since when the record waits that has waited longest of those that may be sent by `until`; the index may lag. */
  waitingSince: (accountKey: string, until: string) => Promise<string | undefined>;
}

const leaseSchema = v.object({ v: v.literal(1), until: v.number() });
const noStatus: OutboundStatus = { v: 1 };
/** What is told of something that is to be made anew. */
const forgotten = '';

/** How many records of a kind are marked: at most so many are counted. */
export function pendingCount(table: Countable) {
  return (accountKey: string, kind: OutboundKind, most: number): Promise<number> =>
    table.count({ index: byPending, partition: pendingPartition(accountKey, kind), from: '2', to: '3', limit: most });
}

/** What is sent, what was sent, and who sends: beside the records. */
export function outbound(table: Table & Unmarkable): Outbound {
  return {
    ...marked(table),
    read: async (record) => {
      const { pk, sk } = placeOf(record);
      const item = await table.get(pk, sk);
      return { marker: item && markerOf(item), value: valueOf(record.kind, item) };
    },
    unmark: (record, marker) => table.unmark(byPending, placeOf(record), marker),
    linksOf: (deal) => readLinks(table, deal),
    namingOf: (booking) => readNaming(table, booking),
    sent: (record) => readSent(table, record),
    putSent: async (accountKey, record, sent, rev) => {
      const item = itemOf(placeOf(record).pk, sentKey(record), sent);
      if (item.rev === rev) return rev;
      const marks = sent.parked === undefined ? {} : parkedMarks(accountKey, record, sent.parked.at);
      return (await table.putIf({ ...item, ...marks }, rev)) ? item.rev : undefined;
    },
    putJoined: (deal, link) =>
      turns('what a deal was joined with', async () => {
        const { pk, sk } = joinedKey(placeOf(deal));
        const stored = await table.get(pk, sk);
        const item = itemOf(pk, sk, link);
        return item.rev === stored?.rev || (await table.putIf(item, stored?.rev)) ? { done: undefined } : undefined;
      }),
    ...ofAccount(table),
  };
}

function marked(table: Table): Pick<Outbound, 'pending' | 'waitingSince'> {
  const list = ({ accountKey, kind, after, until, limit }: PendingStretch) => {
    const partition = pendingPartition(accountKey, kind);
    // No marker is another with something behind it.
    const from = after === undefined ? '2' : `${after} `;
    return table.list({ index: byPending, partition, from, to: `${until}~`, order: 'asc', limit });
  };
  return {
    pending: async (stretch) => {
      const rows = await list(stretch);
      const { kind } = stretch;
      return rows.flatMap(({ pk, sort }) => {
        const record = recordOf(kind, pk);
        return record === undefined ? [] : [{ record, marker: sort }];
      });
    },
    waitingSince: async (accountKey, until) => {
      const rows = await Promise.all(outboundKinds.map((kind) => list({ accountKey, kind, until, limit: 1 })));
      return rows
        .flat()
        .map(({ sort }) => dueOf(sort))
        .toSorted()[0];
    },
  };
}

function ofAccount(table: Table) {
  const read = async <T>(accountKey: string, sk: string, schema: v.GenericSchema<unknown, T>) => {
    const item = await table.get(partitionOf(accountKey), sk);
    return { rev: item?.rev, value: item && bodyOf(schema, item) };
  };
  /** Whoever else does; answers whether `next` gave something to put. */
  const change = <T extends object>(
    { accountKey, sk, schema }: { accountKey: string; sk: string; schema: v.GenericSchema<unknown, T> },
    next: (stored: T | undefined) => T | undefined,
  ): Promise<boolean> =>
    turns('an outbound item', async () => {
      const { rev, value } = await read(accountKey, sk, schema);
      const changed = next(value);
      if (changed === undefined) return { done: false };
      const item = itemOf(partitionOf(accountKey), sk, changed);
      return item.rev === rev || (await table.putIf(item, rev)) ? { done: true } : undefined;
    });
  return {
    ...leases(table),
    namedSent: async (accountKey: string, name: string) => {
      const { value } = await read(accountKey, namedKey(name), namedSentSchema);
      return value?.told === forgotten ? undefined : value?.told;
    },
    putNamedSent: async (accountKey: string, name: string, told = forgotten) => {
      await change({ accountKey, sk: namedKey(name), schema: namedSentSchema }, () => ({ v: 1, told }));
    },
    points: async (accountKey: string) => (await read(accountKey, 'points', pointsSchema)).value,
    changePoints: (accountKey: string, next: (points: Points | undefined) => Points | undefined) =>
      change({ accountKey, sk: 'points', schema: pointsSchema }, next),
    status: async (accountKey: string) => (await read(accountKey, 'status', outboundStatusSchema)).value ?? noStatus,
    changeStatus: async (accountKey: string, next: (status: OutboundStatus) => OutboundStatus) => {
      await change({ accountKey, sk: 'status', schema: outboundStatusSchema }, (status = noStatus) => next(status));
    },
  };
}

function leases(table: Table) {
  const find = (accountKey: string) => table.get(partitionOf(accountKey), 'lease');
  return {
    takeLease: async (accountKey: string, until: number, now: number) => {
      const stored = await find(accountKey);
      if (stored !== undefined && bodyOf(leaseSchema, stored).until > now) return false;
      return table.putIf(itemOf(partitionOf(accountKey), 'lease', { v: 1, until }), stored?.rev);
    },
    endLease: async (accountKey: string, until: number) => {
      const stored = await find(accountKey);
      if (stored === undefined || bodyOf(leaseSchema, stored).until !== until) return;
      await table.putIf(itemOf(partitionOf(accountKey), 'lease', { v: 1, until: 0 }), stored.rev);
    },
  };
}

function partitionOf(accountKey: string): string {
  return `outbound#${accountKey}`;
}

function namedKey(name: string): string {
  return `named#${keyPart(encodeId(name))}`;
}

function valueOf(kind: OutboundKind, item: Item | undefined): MarkedRecord['value'] {
  if (kind === 'deal') return { kind, deal: item && dealIn(item) };
  if (kind === 'request') return { kind, request: item && requestIn(item) };
  return { kind, contact: item && contactIn(item) };
}
