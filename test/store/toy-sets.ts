import { markNothing } from '../../lib/store/pending.ts';
import type { SetRef } from '../../lib/model/event-set.ts';
import { tables } from '../../lib/model/tables.ts';
import { eventSets, type EventSetDeps } from '../../lib/store/event-set.ts';
import { monthPartitions, type ListName } from '../../lib/store/listing.ts';
import type { Table } from '../../lib/store/table.ts';
import { toyListed, toyRules } from './toy-rules.ts';

export function aDealSet(over: Partial<SetRef> = {}): SetRef {
  return { salonKey: 'arbat', kind: 'deal', id: '771904', ...over };
}

export function aBookingSet(over: Partial<SetRef> = {}): SetRef {
  return { salonKey: 'arbat', kind: 'booking', id: '558213', ...over };
}

/** The protocol over a table, with rules that can be checked by eye and a clock that stands still. */
export function toySets(table: Pick<Table, 'get' | 'query' | 'putIf'>, over: Partial<EventSetDeps> = {}) {
  return eventSets({
    table,
    rules: toyRules,
    listed: toyListed,
    near: { traitsIn: () => Promise.resolve([]), putNeighbour: () => Promise.resolve() },
    mark: markNothing,
    onLargeSet: () => undefined,
    now: () => new Date(0),
    ...over,
  });
}

/** Index rows of a list of an account of a month. */
export async function listedIn(table: Table, month: string, list: ListName = 'deal') {
  const [partition] = monthPartitions('demo', list, `${month}-01T00:00:00.000Z`, `${month}-02T00:00:00.000Z`);
  const [index] = tables.records.indexes;
  return table.list({ index, partition: partition!.key, from: '2', to: '3', order: 'asc', limit: 100 });
}

/** Text that hardly compresses, the same every time. */
export function noise(length: number): string {
  let state = 42;
  return Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return String.fromCharCode(33 + (Math.floor(state / 65_536) % 90));
  }).join('');
}
