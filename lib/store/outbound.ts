import * as v from 'valibot';
import { encodeId } from '../model/ids.ts';
import type { FoldedDeal } from '../model/deal.ts';
import {
  namedSentSchema,
  outboundKinds,
  outboundStatusSchema,
  pointsSchema,
  type OutboundKind,
  type OutboundRecord,
  type OutboundStatus,
  type Pending,
  type Points,
  type Sent,
} from '../model/outbound-state.ts';
import type { Contact } from '../model/references.ts';
import { tables } from '../model/tables.ts';
import type { OwnRequest } from '../model/views.ts';
import { turns } from './converge.ts';
import { bodyOf, itemOf, keyPart } from './item-body.ts';
import { placeOf, readSent, recordOf, sentKey, type StoredSent } from './outbound-places.ts';
import { markerOf, parkedMarks, pendingPartition } from './pending.ts';
import { contactIn } from './references.ts';
import { dealIn, requestIn } from './sets.ts';
import type { Countable, Item, Table, Unmarkable } from './table.ts';

const byPending = tables.records.indexes[1];

/** A record as it is stored, with the marker that it then had. */
export interface Marked {
  marker: string | undefined;
  value:
    | { kind: 'deal'; deal: FoldedDeal | undefined }
    | { kind: 'request'; request: OwnRequest | undefined }
    | { kind: 'contact'; contact: Contact | undefined };
}
interface Stretch {
  accountKey: string;
  kind: OutboundKind;
  after?: string | undefined;
  until: string;
  limit: number;
}

export interface Outbound {
  /** Marked records that may be sent by `until`, those first that have waited longest; `after`: the marker behind which they begin. The index may lag. */
  pending: (stretch: Stretch) => Promise<Pending[]>;
  read: (record: OutboundRecord) => Promise<Marked>;
  /** Unless it was changed since `marker` was read. */
  unmark: (record: OutboundRecord, marker: string) => Promise<boolean>;
  sent: (record: OutboundRecord) => Promise<StoredSent>;
  /** Answers the new revision; undefined: somebody else has put it meanwhile. */
  putSent: (
    accountKey: string,
    record: OutboundRecord,
    sent: Sent,
    rev: string | undefined,
  ) => Promise<string | undefined>;
  /** What something that records name was last called there; `name`: of its kind and id. */
  namedSent: (accountKey: string, name: string) => Promise<string | undefined>;
  putNamedSent: (accountKey: string, name: string, told: string | undefined) => Promise<void>;
  /** Keeps all others from sending for the account until an instant (unix ms); answers whether it does. */
  takeLease: (accountKey: string, until: number, now: number) => Promise<boolean>;
  /** Lets others send again from an instant on (unix ms), if the lease is still the one that was taken until `until`. */
  endLease: (accountKey: string, until: number, from: number) => Promise<void>;
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
    sent: (record) => readSent(table, record),
    putSent: async (accountKey, record, sent, rev) => {
      const item = itemOf(placeOf(record).pk, sentKey(record), sent);
      if (item.rev === rev) return rev;
      const marks = sent.parked === undefined ? {} : parkedMarks(accountKey, record, sent.parked.at);
      return (await table.putIf({ ...item, ...marks }, rev)) ? item.rev : undefined;
    },
    ...ofAccount(table),
  };
}

function marked(table: Table): Pick<Outbound, 'pending' | 'waitingSince'> {
  const list = ({ accountKey, kind, after, until, limit }: Stretch) => {
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
        .map(({ sort }) => sort.split('#')[0])
        .toSorted()[0];
    },
  };
}

function ofAccount(table: Table) {
  const put = (item: Item) =>
    turns('an outbound item', async () => {
      const stored = await table.get(item.pk, item.sk);
      return item.rev === stored?.rev || (await table.putIf(item, stored?.rev)) ? { done: undefined } : undefined;
    });
  return {
    ...leases(table),
    namedSent: async (accountKey: string, name: string) => {
      const item = await table.get(partitionOf(accountKey), namedKey(name));
      const told = item && bodyOf(namedSentSchema, item).told;
      return told === forgotten ? undefined : told;
    },
    putNamedSent: (accountKey: string, name: string, told = forgotten) =>
      put(itemOf(partitionOf(accountKey), namedKey(name), { v: 1, told })),
    points: async (accountKey: string) => {
      const stored = await table.get(partitionOf(accountKey), 'points');
      return stored && bodyOf(pointsSchema, stored);
    },
    changePoints: (accountKey: string, change: (points: Points | undefined) => Points | undefined) =>
      turns('points', async () => {
        const stored = await table.get(partitionOf(accountKey), 'points');
        const next = change(stored && bodyOf(pointsSchema, stored));
        if (next === undefined) return { done: false };
        const item = itemOf(partitionOf(accountKey), 'points', next);
        return item.rev === stored?.rev || (await table.putIf(item, stored?.rev)) ? { done: true } : undefined;
      }),
    status: async (accountKey: string): Promise<OutboundStatus> => {
      const item = await table.get(partitionOf(accountKey), 'status');
      return item === undefined ? noStatus : bodyOf(outboundStatusSchema, item);
    },
    changeStatus: (accountKey: string, change: (status: OutboundStatus) => OutboundStatus) =>
      turns('the status of an account', async () => {
        const stored = await table.get(partitionOf(accountKey), 'status');
        const status = stored === undefined ? noStatus : bodyOf(outboundStatusSchema, stored);
        const item = itemOf(partitionOf(accountKey), 'status', change(status));
        return item.rev === stored?.rev || (await table.putIf(item, stored?.rev)) ? { done: undefined } : undefined;
      }),
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
    endLease: async (accountKey: string, until: number, from: number) => {
      const stored = await find(accountKey);
      if (stored === undefined || bodyOf(leaseSchema, stored).until !== until) return;
      await table.putIf(itemOf(partitionOf(accountKey), 'lease', { v: 1, until: from }), stored.rev);
    },
  };
}

function partitionOf(accountKey: string): string {
  return `outbound#${accountKey}`;
}

function namedKey(name: string): string {
  return `named#${keyPart(encodeId(name))}`;
}

function valueOf(kind: OutboundKind, item: Item | undefined): Marked['value'] {
  if (kind === 'deal') return { kind, deal: item && dealIn(item) };
  if (kind === 'request') return { kind, request: item && requestIn(item) };
  return { kind, contact: item && contactIn(item) };
}
