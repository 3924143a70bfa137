import type { OutboundRecord } from '../model/outbound-state.ts';
import { turns } from './converge.ts';
import { placeOf } from './outbound-places.ts';
import { markerOf, type MarkPending } from './pending.ts';
import type { Table } from './table.ts';

export interface Remarking {
  accountKey: string;
  record: OutboundRecord;
  /** When it is taken to be first seen; absent: it is sent with the next. */
  firstSeen?: string;
}

/** What became of it; `kept`: it was marked; `off`: the account’s records are not sent; `none`: there is no such record. */
export type Remarked = 'marked' | 'kept' | 'off' | 'none';

/** Marks a record as one that is to be sent, as it is stored. */
export function remark({ table, mark }: { table: Pick<Table, 'get' | 'putIf'>; mark: MarkPending }) {
  return ({ accountKey, record, firstSeen }: Remarking): Promise<Remarked> =>
    turns<Remarked>('a marker', async () => {
      const { pk, sk } = placeOf(record);
      const stored = await table.get(pk, sk);
      if (stored === undefined) return { done: 'none' };
      if (markerOf(stored) !== undefined) return { done: 'kept' };
      const marks = await mark(accountKey, record.kind, { firstSeen, stored });
      if (Object.keys(marks).length === 0) return { done: 'off' };
      return (await table.putIf({ ...stored, ...marks }, stored.rev)) ? { done: 'marked' } : undefined;
    });
}
