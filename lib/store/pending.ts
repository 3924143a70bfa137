import { outboundId } from '../model/ids.ts';
import type { OutboundKind, OutboundRecord } from '../model/outbound-state.ts';
import { tables } from '../model/tables.ts';
import { keyPart } from './item-body.ts';
import type { Item } from './table.ts';

const byPending = tables.records.indexes[1];

/** Marks a record as changed since it was last sent; of an account that sends nothing, nothing. `firstSeen`: of its first row. */
export type MarkPending = (
  accountKey: string,
  kind: OutboundKind,
  told: { firstSeen?: string | undefined; stored: Item | undefined },
) => Promise<Record<string, string>>;

/** For how long after it was first seen a request is not sent: its session may come late, and afterwards it cannot be changed there. */
const requestWaitMs = 15 * 60_000;

/** Of who puts nothing that is sent. */
export const markNothing: MarkPending = () => Promise.resolve({});

export interface MarkDeps {
  /** Whether the account’s records are sent. */
  isSent: (accountKey: string) => Promise<boolean>;
  newNonce: () => string;
  now: () => Date;
}

/** Attributes of the index, put by the very write that changes a record: the instant from which it may be sent, and what tells it from all others. */
export function markPending({ isSent, newNonce, now }: MarkDeps): MarkPending {
  return async (accountKey, kind, { firstSeen, stored }) => {
    // What is marked stays so, though this process may not have heard yet that the account's records are sent.
    const isMarked = stored !== undefined && markerOf(stored) !== undefined;
    if (!isMarked && !(await isSent(accountKey))) return {};
    const from = kind === 'request' && firstSeen !== undefined ? Date.parse(firstSeen) + requestWaitMs : 0;
    const due = new Date(Math.max(now().getTime(), from)).toISOString();
    return { [byPending.partition]: pendingPartition(accountKey, kind), [byPending.sort]: `${due}#${newNonce()}` };
  };
}

export function pendingPartition(accountKey: string, kind: OutboundKind): string {
  return `${accountKey}#${kind}`;
}

/** The marker of an item as it is stored; undefined: it is not marked. */
export function markerOf(item: Item): string | undefined {
  const marker = item[byPending.sort];
  return typeof marker === 'string' ? marker : undefined;
}

/** Partition of the index in which stands what was refused, in the order in which it was. */
export function parkedPartition(accountKey: string): string {
  return `${accountKey}#parked`;
}

/** Attributes of the index by which a refused record is found, as long as it stays so. */
export function parkedMarks(accountKey: string, record: OutboundRecord, at: string): Record<string, string> {
  const sort = `${at}#${record.kind}#${keyPart(outboundId(record))}`;
  return { [byPending.partition]: parkedPartition(accountKey), [byPending.sort]: sort };
}

/** The kind of a refused record by where it stands in the index. */
export function kindOfParked(sort: string): string | undefined {
  return sort.split('#')[1];
}
