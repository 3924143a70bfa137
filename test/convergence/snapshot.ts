import { canonicalJson } from '../../lib/model/json.ts';
import type { FoldedDeal } from '../../lib/model/deal.ts';
import type { FoldedRequest } from '../../lib/model/request.ts';
import { withDate } from '../../lib/store/listing.ts';
import { textOf } from '../../lib/store/item-body.ts';
import type { Contact } from '../../lib/model/references.ts';
import type { Item, Table } from '../../lib/store/table.ts';

/** A record as stored, with its place in the lists; digests, revisions and rows are no part of it. */
interface Stored {
  body: unknown;
  listKey?: unknown;
  listSort?: unknown;
  summary?: unknown;
}
/** Deals, requests, references and contacts, by primary key. */
export type Snapshot = Map<string, Stored>;

/** A table that remembers the keys put to it, so that no scan is needed. */
export function remembered(table: Table): { table: Table; snapshot: () => Promise<Snapshot> } {
  const keys = new Map<string, { pk: string; sk: string }>();
  return {
    table: {
      ...table,
      putIf: (item, expectedRev) => {
        const { pk, sk } = item;
        keys.set(`${pk} ${sk}`, { pk, sk });
        return table.putIf(item, expectedRev);
      },
    },
    snapshot: async () => {
      const found: Snapshot = new Map();
      for (const name of [...keys.keys()].sort()) {
        const { pk, sk } = keys.get(name)!;
        // What lies in a set hangs on the order in which it came: rows of repeats, links.
        const stored = sk.startsWith('e') ? openMark(sk, await table.get(pk, sk)) : recordIn(await table.get(pk, sk));
        if (stored !== undefined) found.set(name, stored);
      }
      return found;
    },
  };
}

function recordIn(item: Item | undefined): Stored | undefined {
  const text = item && textOf(item);
  if (item === undefined || text === undefined) return undefined;
  const { listKey, listSort, summary } = item;
  return { body: JSON.parse(text), listKey, listSort, summary };
}

/** A crossing that was never finished is a fault. */
function openMark(sk: string, item: Item | undefined): Stored | undefined {
  return sk === 'el' && item !== undefined && textOf(item)?.includes('open') === true ? { body: 'open' } : undefined;
}

/** One line a record, so that a difference can be read. */
export function linesOf(snapshot: Snapshot): string[] {
  return [...snapshot].map(([name, stored]) => `${name} ${canonicalJson(stored)}`);
}

export function dealsIn(snapshot: Snapshot): { salonKey: string; deal: FoldedDeal }[] {
  return bodies(snapshot, '#deal#', ' v#deal').map(([salonKey, body]) => ({ salonKey, deal: body as FoldedDeal }));
}

/** Those of deals that gave way to a booking's are none. */
export function requestsIn(snapshot: Snapshot): { salonKey: string; request: FoldedRequest }[] {
  return bodies(snapshot, '#', ' v#request').flatMap(([salonKey, body]) =>
    'extId' in body ? [{ salonKey, request: body as FoldedRequest }] : [],
  );
}

export function contactsIn(snapshot: Snapshot): { salonKey: string; contact: Contact }[] {
  return bodies(snapshot, '#contact#', ' contact').map(([salonKey, body]) => ({ salonKey, contact: body as Contact }));
}

function bodies(snapshot: Snapshot, part: string, end: string): [string, object][] {
  return [...snapshot]
    .filter(([name]) => name.includes(part) && name.endsWith(end))
    .map(([name, stored]) => [name.split('#')[0]!, { ...columnsIn(stored), ...(stored.body as object) }]);
}

/** What lists show of a view stands in its summary, and its date in its place. */
export function columnsIn({ listKey, listSort, summary }: Pick<Stored, 'listKey' | 'listSort' | 'summary'>): object {
  if (typeof summary !== 'string') return {};
  const columns = JSON.parse(summary) as object;
  const list = String(listKey).split('#')[1];
  return list === 'deal' || list === 'request' ? withDate(list, String(listSort), columns) : columns;
}
