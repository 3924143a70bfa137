import { erasingSchema, type Erasing } from '../model/erasure.ts';
import { outboundId } from '../model/ids.ts';
import { sentSchema, type OutboundRecord } from '../model/outbound-state.ts';
import { converge, turns } from './converge.ts';
import { bodyOf, itemOf, keyPart } from './item-body.ts';
import { placeOf, sentKey } from './outbound-places.ts';
import type { Item, Table } from './table.ts';

const prefix = 'record#';

/** What erasures have to erase at CoMagic, by the id of their job. */
export function erasings(table: Pick<Table, 'get' | 'query' | 'putIf'>) {
  return {
    /** Again after it was seen to: what came in between is to be erased, too. */
    noteErasing: async (accountKey: string, job: string, record: OutboundRecord): Promise<void> => {
      const item = erasingItem(accountKey, job, { v: 1, kind: record.kind, id: outboundId(record), state: 'open' });
      await converge(table, item, () => item);
    },
    listErasing: async (accountKey: string, job: string): Promise<Erasing[]> => {
      const items = await table.query(partitionOf(accountKey, job), prefix);
      return items.map((item) => bodyOf(erasingSchema, item));
    },
    /** In the place of `before`: not when it was noted again. */
    putErasing: async (accountKey: string, job: string, erasing: Erasing, before: Erasing): Promise<void> => {
      await table.putIf(erasingItem(accountKey, job, erasing), erasingItem(accountKey, job, before).rev);
    },
    /** Forgets what was told of a record, but not that it is there. */
    forgetTold: (record: OutboundRecord): Promise<undefined> =>
      turns('what was sent', async () => {
        const { pk } = placeOf(record);
        const stored = await table.get(pk, sentKey(record));
        if (stored === undefined) return { done: undefined };
        const { hash, ...sent } = bodyOf(sentSchema, stored);
        const { text: _, body: __, ...marks } = stored;
        const item = { ...marks, ...itemOf(pk, sentKey(record), sent) };
        return hash === undefined || (await table.putIf(item, stored.rev)) ? { done: undefined } : undefined;
      }),
  };
}

function partitionOf(accountKey: string, job: string): string {
  return `erasing#${accountKey}#${job}`;
}

function erasingItem(accountKey: string, job: string, erasing: Erasing): Item {
  return itemOf(partitionOf(accountKey, job), `${prefix}${erasing.kind}#${keyPart(erasing.id)}`, erasing);
}
